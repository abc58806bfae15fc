using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Engine.Fields;
using Invoicing.Providers.Facturagem;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>The provider's page in the docs says what the tables of the connector say.</summary>
public class DocumentationTests
{
    [Fact]
    public void The_table_of_operations_is_that_of_the_connector()
    {
        var documented = Rows("Operation").ToDictionary(row => row[2], row => $"{row[0]} {row[1]}");
        var coded = Invoicing.Providers.Facturagem.FacturagemEndpoints.All.ToDictionary(row => row.Key, row => $"{row.Value.Verb} `/{row.Value.Path.Replace("{format}", "json")}`");
        Assert.Equal(coded.OrderBy(row => row.Key), documented.OrderBy(row => row.Key));
        Assert.Equal(19, coded.Count);
    }

    [Fact]
    public void Every_setting_is_told()
    {
        var provider = InvoiceProvider.Get("FACTURAgem");
        Assert.Equal(
            provider.Settings.Select(setting => $"{setting.Name}: {string.Join(", ", setting.Values)}; {setting.Default}").Order(),
            Rows("Setting").Select(row => $"{row[0]}: {row[1]}; {row[2]}").Order());
    }

    [Fact]
    public void Every_field_is_told_with_its_names_and_its_mark()
    {
        IEnumerable<string> coded = Names(FacturagemMaps.Client).Concat(Names(FacturagemMaps.Line)).Concat(Names(FacturagemMaps.Invoice(FacturagemMaps.Line))).Concat(Names(FacturagemMaps.Payment))
            .Concat(Names(FacturagemMaps.Account)).Concat(Names(FacturagemMaps.Country));
        Assert.Equal(coded.Order(), Rows("Property").Select(row => string.Join(" | ", row)).Order());
    }

    private static IEnumerable<string> Names<T>(FieldMap<T> map)
        where T : class, new() => map.Select(row =>
            $"`{typeof(T).Name}.{row.Property}` | `{row.Name}` | {string.Join(", ", row.OtherNames.Select(name => $"`{name}`"))} | {row.Mark.ToString().ToLowerInvariant()}");

    /// <summary>The rows of the table that has a column of this name.</summary>
    private static IEnumerable<string[]> Rows(string column)
    {
        string[] lines = File.ReadAllLines(Repository.PathOf("docs/providers/facturagem.md"));
        int head = Array.FindIndex(lines, line => Cells(line).Contains(column));
        Assert.True(head > 0);
        return lines.Skip(head + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells);
    }

    private static string[] Cells(string line) => [.. Regex.Split(line.Trim().Trim('|'), @"\|").Select(cell => cell.Trim())];
}
