using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Answers a list: filters, newest identifier first [inferred], one page of it.</summary>
internal static class ListPage
{
    private const int DefaultPerPage = 25; // [official]
    private static readonly string[] Paging = { "page", "per_page" };

    public static JObject Answer(Resource resource, Work work)
    {
        var conditions = Conditions(resource, work);
        var page = Positive(work, "page") ?? 1;
        var perPage = Math.Min(Positive(work, "per_page") ?? DefaultPerPage, work.Settings.MaxPerPage); // [official]
        if (work.Settings.UnknownMembers == UnknownMembers.Refuse)
        {
            work.Reader.RefuseUnknown(work.Parameters, resource.Filters.Select(filter => filter.Name).Concat(Paging));
        }

        work.RefuseIfWrong();
        var all = work.Company.Store(resource.Name).All;
        var found = new List<Record>();
        for (var i = all.Count - 1; i >= 0; i--)
        {
            if (resource.IsVisible(work, all[i]) && conditions.TrueForAll(condition => condition(work.Company, all[i])))
            {
                found.Add(all[i]);
            }
        }

        var start = (int)Math.Min(found.Count, (page - 1) * perPage);
        var rows = found.Skip(start).Take((int)Math.Min(perPage, int.MaxValue))
            .Select(record => (JToken)work.Writer.Row(resource.IdName, resource.Fields, record))
            .ToList();
        return new JObject
        {
            [work.Settings.Name(resource.Plural)] = new JObject
            {
                [AnswerWriter.Attribute(work.Settings, "page")] = page,
                [AnswerWriter.Attribute(work.Settings, "per_page")] = perPage,
                [AnswerWriter.Attribute(work.Settings, "pages")] = (found.Count + perPage - 1) / perPage,
                [AnswerWriter.Attribute(work.Settings, "total")] = found.Count,
                [work.Settings.Name(resource.Name)] = work.Writer.List(rows),
            },
        };
    }

    private static List<Func<Company, Record, bool>> Conditions(Resource resource, Work work)
    {
        var conditions = new List<Func<Company, Record, bool>>();
        var isFolderAsked = false;
        foreach (var filter in resource.Filters)
        {
            if (Text(work, filter.Name) is not { Length: > 0 } text)
            {
                continue;
            }

            isFolderAsked |= filter.Name == Names.Folder;
            if (filter.Parse(text) is { } condition)
            {
                conditions.Add(condition);
            }
            else
            {
                work.Fail(filter.Name, "value makes no filter");
            }
        }

        if (conditions.Count > 0 && work.Company.ListDelay > TimeSpan.Zero)
        {
            conditions.Add((company, record) => record.CreatedAt + company.ListDelay <= work.Now);
        }

        // What was deleted is listed only when that folder is asked for. [assumption]
        if (!isFolderAsked)
        {
            conditions.Add((_, record) => !record.IsDeleted);
        }

        return conditions;
    }

    private static long? Positive(Work work, string name)
    {
        var text = Text(work, name);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (FieldText.Parse(FieldKind.Integer, text!, out _) is long and > 0 and <= int.MaxValue and var number)
        {
            return number;
        }

        work.Fail(name, "value is not a positive whole number");
        return null;
    }

    private static string? Text(Work work, string name) =>
        work.Parameter(name) is { Type: not JTokenType.Null } token ? work.Reader.Text(name, token) : null;
}
