using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Invoicing.Tests.Conventions.Layers;
using Xunit;

namespace Invoicing.Tests.Conventions;

/// <summary>A connector holds tables and what is peculiar to its provider; whatever two of them need is the engine's.</summary>
public sealed class ConnectorTests
{
    /// <summary>All lines of the connectors together. It only goes down; the aim is 6,500.</summary>
    private const int MostLines = 10_220;

    /// <summary>The share of rows of tables among the telling lines, in percent. It only goes up; the aim is 50.</summary>
    private const int FewestRows = 20;

    private static readonly ConnectorSources Sources = ConnectorSources.Read();

    [Fact]
    public void NoRunOfSixLinesOfOneShapeStandsInTwoConnectors()
    {
        Assert.Equal(4, Sources.Connectors.Count());
        Assert.Empty(Sources.Repeated(6));
    }

    /// <summary>The rule can fail: shorter runs are alike here and there.</summary>
    [Fact]
    public void RunsOfOneShapeAreFound() => Assert.NotEmpty(Sources.Repeated(3));

    [Theory]
    [InlineData("return rows.Count > 12 ? null : Find(rows[0], \"a\");", "return found.Count > 3 ? null : First(found[9], \"b c\");", true)]
    [InlineData("return rows.Count > 12 ? null : Find(rows[0]);", "return rows.Count < 12 ? null : Find(rows[0]);", false)]
    [InlineData("return rows.Count;", "throw rows.Count;", false)]
    public void LinesOfOneShapeDifferInNamesAndValuesAlone(string one, string other, bool areAlike) =>
        Assert.Equal(areAlike, ConnectorSources.ShapeOf(one) == ConnectorSources.ShapeOf(other));

    [Theory]
    [InlineData("        { nameof(Client.Name), \"name\", Text },", true)]
    [InlineData("        { InvoiceState.Draft, \"draft\" }, // [inferred]", true)]
    [InlineData("        [(422, \"001\")] = \"This name is not allowed.\",", true)]
    [InlineData("    public static readonly Endpoint ListTaxes = Read(\"taxes.json\");", true)]
    [InlineData("        return await SendAsync(request, cancel).ConfigureAwait(false);", false)]
    [InlineData("        .Need(\"Name\", client.Name)", false)]
    public void RowsOfTablesAreKnown(string line, bool isRow) => Assert.Equal(isRow, ConnectorSources.IsRow(line));

    [Fact]
    public void ConnectorsOnlyShrink() => Assert.InRange(Sources.Total, 1, MostLines);

    [Fact]
    public void TheShareOfTablesOnlyGrows() => Assert.InRange(100 * Sources.Rows / Sources.Telling, FewestRows, 100);

    /// <summary>A name that stands in two namespaces leaves the reader with a search.</summary>
    [Fact]
    public void NamesOfTypesAreUniqueInTheAssembly()
    {
        IEnumerable<string> twice = SourceFolders.Written(typeof(InvoiceSession).Assembly)
            .Where(type => type.GetCustomAttributes(typeof(CompilerGeneratedAttribute), false).Length == 0 && !type.Name.Contains('<'))
            .Select(type => (Name: type.Name.Split('`')[0], Place: type.DeclaringType?.FullName ?? type.Namespace))
            .Distinct()
            .GroupBy(type => type.Name)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(type => type.Place).Order(StringComparer.Ordinal))}");

        Assert.Empty(twice);
    }
}
