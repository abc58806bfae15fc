using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Invoicing.Commands;
using Invoicing.Connectors;
using Xunit;

namespace Invoicing.Tests.Conventions;

/// <summary>The page of each provider tells of every operation that its connector has, and of cmdlets that there are.</summary>
public class ProviderPageTests
{
    public static TheoryData<string> Providers => [.. InvoiceProvider.All.Select(provider => provider.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Table_has_every_operation(string provider)
    {
        IReadOnlyDictionary<string, Operation> operations = OperationsOf(provider);
        Row[] rows = Table(provider);

        Assert.NotEmpty(rows);
        Assert.Equal(operations.Keys.Order(), rows.Select(row => row.Operation).Distinct().Order());
        Assert.All(rows, row => Assert.Equal(operations[row.Operation].Verb, row.Verb));
        Assert.All(rows, row => Assert.Equal(Shape(operations[row.Operation].Path), Shape(row.Path.TrimStart('/'))));
        Assert.All(rows, row => Assert.NotEmpty(row.Mark));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Table_names_cmdlets_that_the_provider_serves(string provider)
    {
        HashSet<string> served = [.. new InvoiceProviderInfo(InvoiceProvider.Get(provider)).Command];
        foreach (Row row in Table(provider))
        {
            string[] named = [.. Regex.Matches(row.Cmdlet, "`([A-Z][a-z]+-[A-Za-z]+)").Select(match => match.Groups[1].Value)];
            Assert.NotEmpty(named);
            Assert.All(named, cmdlet => Assert.Contains(cmdlet, served));
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Open_questions_name_files_that_there_are(string provider)
    {
        string text = File.ReadAllText(PageOf(provider));
        string code = Path.Combine(Root, "src", "Invoicing.Core", "Connectors", provider);
        Assert.All(
            Regex.Matches(text, @"`(\w+\.cs)`").Select(match => match.Groups[1].Value),
            name => Assert.True(File.Exists(Path.Combine(code, name)), name));
    }

    private static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The table of operations is in the provider's own namespace, and public of its name alone.</summary>
    private static IReadOnlyDictionary<string, Operation> OperationsOf(string provider)
    {
        Type type = typeof(InvoiceProvider).Assembly.GetType($"Invoicing.Connectors.{provider}.Operations", throwOnError: true)!;
        return (IReadOnlyDictionary<string, Operation>)type.GetProperty("All", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }

    private static Row[] Table(string provider) =>
    [
        .. File.ReadLines(PageOf(provider))
            .SkipWhile(line => !line.StartsWith("| Verb | Path | Operation | Cmdlet | Mark |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .Select(cells => new Row(cells[0], cells[1].Trim('`'), cells[2], cells[3], cells[4])),
    ];

    /// <summary>What the places of a path are called does not matter, and neither does the name of a type of document in its place.</summary>
    private static string Shape(string path) => Regex.Replace(path, @"\{[^}]*\}", "{}");

    private static string PageOf(string provider) => Path.Combine(Root, "docs", "providers", provider.ToLowerInvariant() + ".md");

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "Invoicing.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);

    private sealed record Row(string Verb, string Path, string Operation, string Cmdlet, string Mark);
}
