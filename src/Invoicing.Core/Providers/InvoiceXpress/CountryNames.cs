using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine.Fields;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// The provider has a list of English names of its own and refuses codes (docs/facts/invoicexpress.md#countries). These are the names of
/// that list that differ from ours.
/// </summary>
internal static class CountryNames
{
    private static readonly Dictionary<string, string> Theirs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["United Kingdom"] = "UK",
        ["Bosnia and Herzegovina"] = "Bosnia-Herzegovina",
        ["DR Congo"] = "Congo, Democratic Republic",
        ["Eswatini"] = "Swaziland",
        ["Faroe Islands"] = "Faeroe Islands (Føroyar)",
        ["North Korea"] = "Korea, North",
        ["North Macedonia"] = "Macedonia (Former Yug. Rep.)",
        ["Samoa"] = "Samoa (Western)",
        ["Senegal"] = "Sénégal",
        ["South Korea"] = "Korea, South",
    };

    private static readonly Dictionary<string, string> Ours = Theirs.ToDictionary(row => row.Value, row => row.Key, StringComparer.OrdinalIgnoreCase);

    public static readonly FieldType<string?> Wire = Engine.Fields.FieldTypes.Translated(
        name => name.Length == 0 ? null : Ours.TryGetValue(name, out string? ours) ? ours : name,
        country =>
        {
            string name = Countries.ToName(country);
            return Theirs.TryGetValue(name, out string? theirs) ? theirs : name;
        });
}
