using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Conventions;

/// <summary>Facts are cited from pages that are in the repository, by headings that exist.</summary>
public sealed class FactsTests
{
    private static readonly string[] Folders = ["src", "tests", "docs"];
    private static readonly string[] Endings = [".cs", ".ps1", ".psm1", ".ps1xml", ".md"];

    /// <summary>A page, a heading, and further headings of the same page: <c>docs/facts/simplbooks.md#invoices, #purchases</c>.</summary>
    private static readonly Regex Citation = new(@"docs/facts/(?<page>[\w-]+\.md)(?<anchors>#[\w-]+(?:, #[\w-]+)*)?");

    /// <summary>A link within the pages: <c>[list](simplbooks.md#lists)</c>.</summary>
    private static readonly Regex Link = new(@"\]\((?<page>[\w-]+\.md)?(?<anchors>#[\w-]+)?\)");

    /// <summary>The name of a page that was never part of the repository.</summary>
    private static readonly Regex Elsewhere = new(@"\bfact sheet|\bsheet,? (?:saft-pt )?(?:\d|appendix)", RegexOptions.IgnoreCase);

    /// <summary>Marks other than those that docs/facts/README.md#confidence defines.</summary>
    private static readonly Regex UnknownMark = new(@"//.*\[(?:official page|official-old|seed|sdk|code|inferred:|[A-Z]\](?:\[|\W*$))");

    /// <summary>Citations may go on in the next line of a comment.</summary>
    private static readonly Regex NextCommentLine = new(@"\r?\n\s*(?:///?|#) ");

    [Fact]
    public void Every_cited_heading_exists()
    {
        string[] dead =
        [
            .. from file in Files()
               from Match match in Citation.Matches(NextCommentLine.Replace(file.Text, " "))
               let page = match.Groups["page"].Value
               from anchor in Anchors(match)
               where !Exists(page, anchor)
               select $"{file.Place}: {page}#{anchor}",
        ];

        Assert.Empty(dead);
    }

    [Fact]
    public void Links_within_the_facts_lead_somewhere()
    {
        string[] dead =
        [
            .. from file in Directory.GetFiles(Repository.PathOf("docs/facts"), "*.md")
               from Match match in Link.Matches(File.ReadAllText(file))
               let page = match.Groups["page"] is { Success: true, Value: var name } ? name : Path.GetFileName(file)
               from anchor in Anchors(match)
               where !Exists(page, anchor)
               select $"{Path.GetFileName(file)}: {page}#{anchor}",
        ];

        Assert.Empty(dead);
    }

    [Fact]
    public void Citations_are_found_at_all() => Assert.True(Files().Sum(file => Citation.Count(file.Text)) > 100);

    [Fact]
    public void Headings_are_unique_in_their_page() => Assert.All(
        Directory.GetFiles(Repository.PathOf("docs/facts"), "*.md"),
        file => Assert.Equal(Headings(file).Distinct(), Headings(file)));

    [Fact]
    public void Marks_are_those_of_the_legend() => Assert.Empty(
        from file in Files()
        where file.Place.EndsWith(".cs", StringComparison.Ordinal)
        from line in file.Text.Split('\n')
        where UnknownMark.IsMatch(line)
        select $"{file.Place}: {line.Trim()}");

    [Fact]
    public void Nothing_cites_a_page_outside_the_repository() => Assert.Empty(
        Files().Where(file => Elsewhere.IsMatch(file.Text)).Select(file => file.Place));

    private static bool Exists(string page, string anchor)
    {
        string path = Repository.PathOf("docs/facts/" + page);
        return File.Exists(path) && (anchor.Length == 0 || Headings(path).Contains(anchor));
    }

    private static IEnumerable<string> Anchors(Match match) =>
        match.Groups["anchors"].Value.Split(", ").Select(anchor => anchor.TrimStart('#'));

    /// <summary>The anchors that the headings of a page get.</summary>
    private static IEnumerable<string> Headings(string path) => File.ReadLines(path)
        .Where(line => line.StartsWith('#'))
        .Select(line => Regex.Replace(line.TrimStart('#').Trim().ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-'));

    /// <summary>Every source, test and page, without this file and what was built.</summary>
    private static IEnumerable<(string Place, string Text)> Files() =>
        from folder in Folders
        from file in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)
        where Endings.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != nameof(FactsTests) + ".cs"
        let place = Path.GetRelativePath(Repository.PathOf("."), file).Replace('\\', '/')
        where !place.Contains("/bin/", StringComparison.Ordinal) && !place.Contains("/obj/", StringComparison.Ordinal)
        select (place, File.ReadAllText(file));
}
