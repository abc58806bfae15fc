using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Reads the filter in the body of a client's list of documents.</summary>
internal static class ClientFilter
{
    public static DocumentFilter Read(JObject body)
    {
        var row = Wire.Object(body, "filter") ?? new JObject();
        var archived = Values(row, "archived");
        var filter = new DocumentFilter();
        filter.AddStatuses(Values(row, "status"));
        filter.AddTypes(Values(row, "by_type"));
        filter.AddArchived(
            archived.Contains("archived") ? true : null,
            archived.Count > 0 ? archived.Contains("non_archived") : null);
        return filter;
    }

    private static List<string> Values(JObject row, string name) => row[name] switch
    {
        null or { Type: JTokenType.Null } => new List<string>(),
        JArray list => list.Select(value => value.ToString()).ToList(),
        _ => throw Refusal.Invalid($"{name} must be an array", name),
    };
}
