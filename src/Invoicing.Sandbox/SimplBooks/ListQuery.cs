using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The query of a list: filters, page and fields. Unknown members are ignored. [assumption]</summary>
internal sealed class ListQuery
{
    private const int DefaultPerPage = 10;

    // Stated for articles [official], seen elsewhere [seen], so it holds for all [inferred].
    private const int MaxPerPage = 1000;

    private readonly SimplBooksCall _call;
    private readonly JObject _input;

    public ListQuery(SimplBooksCall call)
    {
        _call = call;
        _input = Input(call);
        Fields = call.Resource.TakesFields && _input["fields"] is JContainer names
            ? new HashSet<string>((names is JObject map ? map.PropertyValues() : names.Children()).Select(name => name.ToString()))
            : null;
    }

    /// <summary>The fields to show; null for all that a list shows.</summary>
    public ISet<string>? Fields { get; }

    /// <summary>The rows of the page, oldest first. The order is not documented. [assumption]</summary>
    public List<Record> Run()
    {
        var resource = _call.Resource;
        var rows = _call.Company[resource].All;
        foreach (var filter in resource.Filters)
        {
            if (filter.Ask(_input[filter.Name], resource, _call.Company) is { } holds)
            {
                rows = rows.Where(holds);
            }
        }

        if (!resource.IsPaged)
        {
            return rows.ToList();
        }

        var perPage = Whole("per_page", DefaultPerPage);
        var page = Whole("page", 1);
        if (perPage > MaxPerPage)
        {
            throw Refusal.Invalid($"Too many entries asked for, the maximum is {MaxPerPage}");
        }

        return rows.Skip((int)Math.Min(int.MaxValue, (page - 1) * perPage)).Take((int)perPage).ToList();
    }

    /// <summary>Filters sent by a transport that is switched off are ignored.</summary>
    private static JObject Input(SimplBooksCall call)
    {
        var settings = call.Company.Settings;
        var isBodyNoticed = (call.Http.Method, InputReader.IsJson(call.Http)) switch
        {
            ("GET", _) => settings.ListsByGetBody,
            (_, true) => settings.ListsByPostJson,
            _ => settings.ListsByPostForm,
        };
        var input = settings.ListsByQuery ? BracketKeys.Read(call.Http.Query.Pairs) : new JObject();
        if (isBodyNoticed)
        {
            input.Merge(call.Input);
        }

        return input;
    }

    private long Whole(string name, long otherwise)
    {
        var field = new Field(name, FieldType.Integer, FieldUse.W);
        var number = _input[name] is { } token ? WireReader.Read(field, token, _call.Company) as long? ?? otherwise : otherwise;
        return number > 0 ? number : throw Refusal.Invalid($"{name} must be at least 1");
    }
}
