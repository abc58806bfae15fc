using System.Collections.Generic;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Writes records in the shapes of lists and of get.</summary>
internal static class RecordWriter
{
    /// <summary>An item of a list: an object with one key, and in some lists some more beside it.</summary>
    public static void Item(JsonWriter json, Company company, Resource resource, Record record, ISet<string>? fields = null)
    {
        var key = resource == Resources.Tasks ? company.Settings.TaskListKey.ToString() : resource.ListKey ?? resource.Model;
        json.Object(item =>
        {
            item.Object(key, inner => Fields(inner, company, record, FieldUse.L, fields));
            resource.Beside?.Invoke(item, company, record);
        });
    }

    /// <summary>The data of get. On write rows are wrapped, here they come bare under the key of one. [official]</summary>
    public static void Whole(JsonWriter json, Company company, Resource resource, Record record) => json.Object(data =>
    {
        data.Object(resource.Model, inner => Fields(inner, company, record, FieldUse.G));
        if (resource.RowShape != null)
        {
            data.Array(resource.RowModel, record.Rows, (rows, row) => rows.Object(inner =>
            {
                Fields(inner, company, row, FieldUse.G);
                if (resource.RowsShowProjects)
                {
                    Projects(inner, row);
                }
            }));
        }

        if (resource.HasProjects)
        {
            Projects(data, record);
        }

        resource.Beside?.Invoke(data, company, record);
    });

    private static void Fields(JsonWriter json, Company company, Record record, FieldUse use, ISet<string>? wanted = null)
    {
        foreach (var field in record.Shape.Fields)
        {
            var isShown = wanted is null
                ? (field.Use & use) != 0
                : (field.Use & (use | FieldUse.OnRequest)) != 0 && wanted.Contains(field.Name);
            if (isShown)
            {
                WireWriter.Write(json, field, record, company);
            }
        }
    }

    private static void Projects(JsonWriter json, Record record) =>
        json.Array("Projects", record.Projects, (inner, code) => inner.Object(project => project.Field("code", code)));
}
