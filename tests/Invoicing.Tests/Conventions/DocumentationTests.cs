using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Invoicing.Saft;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Conventions;

/// <summary>Tables of the documentation say what the code says.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void The_rules_of_saft_are_those_of_the_code() => Assert.Equal(
        SaftRules.All.Select(rule => $"{rule.Id}|{rule.Title}|{rule.Meaning}|{rule.Level}|{rule.Tier}|{rule.Source}"),
        Rows("docs/saft.md").Select(row => string.Join('|', row)));

    [Fact]
    public void Every_kind_of_error_is_explained() => Assert.Equal(
        Enum.GetNames<ErrorKind>().Order(StringComparer.Ordinal),
        Rows("docs/errors.md").Select(row => row[0]).Order(StringComparer.Ordinal));

    /// <summary>The rows of the first table of a page, without its head.</summary>
    private static IEnumerable<string[]> Rows(string page) => File.ReadLines(Repository.PathOf(page))
        .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
        .Skip(1)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
