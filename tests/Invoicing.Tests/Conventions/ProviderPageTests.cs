using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;
using Facturagem = Invoicing.Providers.Facturagem.FacturagemEndpoints;
using InvoiceXpress = Invoicing.Providers.InvoiceXpress.InvoiceXpressEndpoints;
using SalenGo = Invoicing.Providers.SalenGo.SalenGoEndpoints;
using SimplBooks = Invoicing.Providers.SimplBooks.SimplBooksEndpoints;

namespace Invoicing.Tests.Conventions;

/// <summary>The pages of the providers say what the connectors do: their tables of operations cannot go stale.</summary>
public sealed class ProviderPageTests
{
    private const string Head = "| Verb | Path | Operation | Cmdlet | Mark |";

    /// <summary>A connector is added by a line.</summary>
    internal static readonly Dictionary<string, IReadOnlyDictionary<string, Endpoint>> Connectors = new()
    {
        ["facturagem"] = Facturagem.All,
        ["invoicexpress"] = InvoiceXpress.All,
        ["salengo"] = SalenGo.All,
        ["simplbooks"] = SimplBooks.All,
    };

    public static readonly TheoryData<string> Pages = [.. Connectors.Keys];

    [Fact]
    public void EveryProviderHasAPageAndEveryPageIsChecked()
    {
        string[] withTable =
        [
            .. Directory.GetFiles(Repository.PathOf("docs/providers"), "*.md")
                .Where(file => File.ReadLines(file).Contains(Head))
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(),
        ];

        Assert.Equal(withTable, Connectors.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryRowIsAnOperationOfTheConnector(string page) => Assert.All(Rows(page), row =>
    {
        Endpoint? operation = Named(page, row.Endpoint);

        Assert.True(operation is not null, $"The connector has no operation {row.Endpoint}.");
        if (row.IsPath)
        {
            Assert.Equal(operation.Verb, row.Verb);

            // A page may begin with what is part of the base address.
            Assert.EndsWith("/" + Bare(operation.Path), "/" + Bare(row.Path));
        }
    });

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryOperationOfTheConnectorIsOnThePage(string page)
    {
        HashSet<Endpoint?> told = [.. Rows(page).Select(row => Named(page, row.Endpoint))];

        Assert.Empty(Connectors[page].Where(operation => !told.Contains(operation.Value)).Select(operation => operation.Key));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryCmdletOnThePageIsInTheModule(string page)
    {
        string manifest = File.ReadAllText(Repository.PathOf("Invoicing.psd1"));
        string[] named = [.. Rows(page).SelectMany(row => Regex.Matches(row.Cmdlet, "[A-Z][a-z]+-[A-Z][A-Za-z]+").Select(match => match.Value))];

        Assert.NotEmpty(named);
        Assert.All(named, cmdlet => Assert.Contains($"'{cmdlet}'", manifest));
    }

    /// <summary>By its name in the table of operations, or by that of its method.</summary>
    private static Endpoint? Named(string page, string name) => Connectors[page].TryGetValue(name, out Endpoint? operation)
        ? operation
        : Connectors[page].Values.FirstOrDefault(one => one.Name == name);

    /// <summary>A path whose places have no names: a page may call them what its reader understands.</summary>
    private static string Bare(string path) => Regex.Replace(path.Trim('/').Replace("{format}", "json"), @"\{[^}]*\}", "{}");

    private static IReadOnlyList<Row> Rows(string page) =>
    [
        .. File.ReadLines(Repository.PathOf($"docs/providers/{page}.md"))
            .SkipWhile(line => line != Head)
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .Select(cells => new Row(cells[0], cells[1].Trim('`'), cells[2].Trim('`'), cells[3])),
    ];

    private sealed record Row(string Verb, string Path, string Endpoint, string Cmdlet)
    {
        /// <summary>Providers with one entry point have methods in place of paths: then the name alone is compared.</summary>
        public bool IsPath => Path.StartsWith('/');
    }
}
