using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>A request during an operation: input, company, and answer.</summary>
internal sealed class IxCall
{
    private const int DefaultPerPage = 10;

    // Documented are 10, 20 and 30; 1 to 100 work in practice. [seen]
    private const int MaxPerPage = 100;

    private readonly List<string> _arguments;

    public IxCall(
        InvoiceXpressProvider provider,
        Company company,
        HttpCall http,
        HttpReply reply,
        Operation operation,
        List<string> arguments)
    {
        Provider = provider;
        Company = company;
        Http = http;
        Reply = reply;
        Operation = operation;
        _arguments = arguments;
    }

    public InvoiceXpressProvider Provider { get; }

    public Company Company { get; }

    public HttpCall Http { get; }

    public HttpReply Reply { get; }

    public Operation Operation { get; }

    /// <summary>The type of document that the path names. Only for operations whose path names one.</summary>
    public DocumentKind Kind => Operation.Kind!;

    public HttpQuery Query => Http.Query;

    /// <summary>The company's wall clock.</summary>
    public DateTime Now => Company.Now;

    /// <summary>An id of the path. Text that is not a number is not found.</summary>
    public long Id(int position = 0) =>
        long.TryParse(_arguments[position], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw Refusal.Missing();

    /// <summary>The whole body. One that is not a JSON object gives a server fault. [seen]</summary>
    public JObject Root()
    {
        try
        {
            return Http.Json switch
            {
                null => new JObject(),
                JObject root => root,
                _ => throw Refusal.Of(500, "", ErrorShape.Html),
            };
        }
        catch (JsonException)
        {
            throw Refusal.Of(500, "", ErrorShape.Html);
        }
    }

    /// <summary>The object under the first of the given names that the body has.</summary>
    public JObject Body(params string[] wrappers)
    {
        var root = Root();
        var wrapper = wrappers.FirstOrDefault(name => root[name] != null)
            ?? throw Refusal.Invalid($"param is missing or the value is empty: {wrappers[0]}", wrappers[0]);
        return Wire.Object(root, wrapper) ?? throw Refusal.Invalid($"param is missing or the value is empty: {wrapper}", wrapper);
    }

    public void Answer(int status, string root, Action<JsonWriter> write) =>
        Reply.Json(status, json => json.Object(o =>
        {
            o.WritePropertyName(root);
            write(o);
        }));

    /// <summary>200 without a body, as most updates answer. [seen]</summary>
    public void AnswerEmpty(int status = 200) => Reply.Text(status, "application/json; charset=utf-8", "");

    /// <summary>Answers with one page of a list.</summary>
    public void AnswerPage<T>(string root, IReadOnlyList<T> rows, Action<JsonWriter, T> write)
    {
        var perPage = Math.Min(MaxPerPage, PositiveOr(Query["per_page"], DefaultPerPage));
        var page = PositiveOr(Query["page"], 1);
        var start = (int)Math.Min(rows.Count, (page - 1L) * perPage);
        var end = Math.Min(rows.Count, start + perPage);

        Reply.Json(200, json => json.Object(o =>
        {
            o.WritePropertyName(root);
            o.WriteStartArray();
            for (var i = start; i < end; i++)
            {
                write(o, rows[i]);
            }

            o.WriteEndArray();
            o.Object("pagination", p =>
            {
                p.Field("total_entries", rows.Count);
                p.Field("per_page", perPage);
                p.Field("current_page", page);
                p.Field("total_pages", (rows.Count + perPage - 1) / perPage);
            });
        }));
    }

    private static int PositiveOr(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;
}
