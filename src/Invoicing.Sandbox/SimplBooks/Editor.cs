using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Creates, updates and deletes records of any resource, as the tables and the rules say.</summary>
internal static class Editor
{
    public static Record Create(Company company, Resource resource, JObject root)
    {
        var body = Body(resource, root);
        return Save(new Draft(company, resource, root, body, new Record(resource.Shape, company.NextId(resource.Model)), isNew: true));
    }

    /// <summary>Fields that are not sent stay unchanged. [assumption]</summary>
    public static Record Update(Company company, Resource resource, JObject root)
    {
        var body = Body(resource, root);
        var record = company.Get(resource, body["id"]?.ToString() ?? "").Copy();
        return Save(new Draft(company, resource, root, body, record, isNew: false));
    }

    /// <summary>Refuses to delete a record that others refer to. [assumption]</summary>
    public static void Delete(Company company, Resource resource, Record record)
    {
        var user = company.FindUser(resource, record.Id);
        if (user != null)
        {
            throw Refusal.Invalid($"{resource.Model} with id {record.Id} is in use: {user}");
        }

        resource.Removing?.Invoke(company, record);
        company[resource].Remove(record);
    }

    private static JObject Body(Resource resource, JObject root) =>
        root[resource.Model] as JObject ?? throw Refusal.Invalid($"{resource.Model} is missing");

    private static Record Save(Draft draft)
    {
        var record = draft.Record;
        var resource = draft.Resource;
        Apply(draft, record, draft.Body, draft.IsNew ? FieldUse.C : FieldUse.U, "");
        if (resource.HasProjects && Sent(draft.Root, "Projects") is { } projects)
        {
            record.Projects = Projects(draft, projects);
        }

        if (resource.RowShape != null && Sent(draft.Root, resource.RowModel + "s") is { } rows)
        {
            record.Rows = Items(rows).Select((row, i) => Row(draft, row, $"Row {i + 1}: ")).ToList();
        }

        draft.Errors.AddRange(resource.Required.Where(name => record[name] is null or 0L).Select(name => $"{name} is required"));
        if (draft.Errors.Count == 0)
        {
            resource.Complete?.Invoke(draft);
        }

        if (draft.Errors.Count > 0)
        {
            throw new Refusal(400, draft.Errors);
        }

        draft.Company[resource].Put(record);
        resource.Saved?.Invoke(draft);
        return record;
    }

    /// <summary>Copies the fields that may be written now; others are silently ignored. [assumption]</summary>
    private static void Apply(Draft draft, Record record, JObject from, FieldUse use, string where)
    {
        foreach (var field in record.Shape.Fields)
        {
            if ((field.Use & use) == 0 || from[field.Name] is not { } token)
            {
                continue;
            }

            try
            {
                record[field] = WireReader.Read(field, token, draft.Company);
            }
            catch (Refusal refusal)
            {
                draft.Errors.Add(where + refusal.Message);
            }

            if (field.To != null && record[field] is long id and > 0 && draft.Company[Resources.Of(field.To)].Find(id) is null)
            {
                draft.Errors.Add($"{where}{field.Name} {id} does not exist");
            }
        }
    }

    /// <summary>
    /// Sent rows take the place of the old ones; a row that carries the id of an old one changes it. No page says so. [assumption]
    /// </summary>
    private static Record Row(Draft draft, JToken wrapped, string where)
    {
        var resource = draft.Resource;
        if ((wrapped as JObject)?[resource.RowModel] is not JObject body)
        {
            throw Refusal.Invalid($"{where}{resource.RowModel} is missing");
        }

        var id = resource.RowsKeepIds && !draft.IsNew ? body["id"]?.ToString() : null;
        var old = draft.Record.Rows.Find(row => row.Id.ToString(CultureInfo.InvariantCulture) == id);
        if (!string.IsNullOrEmpty(id) && id != "0" && old is null)
        {
            draft.Errors.Add($"{where}id {id} does not exist");
        }

        var record = old ?? new Record(resource.RowShape!, draft.Company.NextId(resource.RowModel));
        Apply(draft, record, body, FieldUse.W, where);
        if (Sent((JObject)wrapped, "Projects") is { } projects)
        {
            record.Projects = Projects(draft, projects);
        }

        return record;
    }

    private static List<string> Projects(Draft draft, JContainer projects)
    {
        var codes = Items(projects).Select(project => (project as JObject)?["code"]?.ToString() ?? "").ToList();
        if (codes.Contains(""))
        {
            draft.Errors.Add("A project has no code");
        }

        return codes;
    }

    private static JContainer? Sent(JObject from, string name) => from[name] switch
    {
        null or { Type: JTokenType.Null } => null,
        JContainer list => list,
        _ => throw Refusal.Invalid($"{name} must be an array"),
    };

    /// <summary>Form data has no arrays, only objects with numbers for keys; PHP takes the two for the same. [inferred]</summary>
    private static IEnumerable<JToken> Items(JContainer list) => list is JObject map ? map.PropertyValues() : list.Children();
}
