using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Invoicing.Saft;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Saft;

/// <summary>
/// Mutates every element of every part of the tree. A mutant is bad where the runtime's validator rejects it, with a schema made from
/// the element table, or where its content was made wrong; the share of the bad ones that the checker finds is held at 99.9 %.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const decimal Least = 99.9m;

    private static readonly XmlSchemaSet Schema = Load();

    public static TheoryData<string> Parts => new(MutationFiles.Parts.Keys);

    [Theory]
    [MemberData(nameof(Parts))]
    public void The_file_is_correct(string part)
    {
        string xml = MutationFiles.Of(part).ToString(SaveOptions.DisableFormatting);

        Assert.Empty(TestFile.Check(xml).Findings.Select(finding => finding.ToString()));
        Assert.True(IsValid(xml));
    }

    [Fact]
    public void The_file_has_every_element_of_the_tree()
        => Assert.Empty(
            TableXsd.Elements().Except(XDocument.Parse(MutationFiles.Xml()).Descendants().Select(element => $"{element.Parent?.Name.LocalName}/{element.Name.LocalName}")));

    [Theory]
    [MemberData(nameof(Parts))]
    public void Bad_mutants_are_found(string part)
    {
        var (bad, found) = (0, 0);
        var missed = new List<string>();
        foreach (var (xml, isContent, what) in Mutants(part))
        {
            if (!isContent && IsValid(xml))
            {
                continue;
            }

            bad++;
            if (TestFile.Check(xml).Findings.Any(finding => finding.Level >= SaftLevel.Warning))
            {
                found++;
            }
            else
            {
                missed.Add(what);
            }
        }

        var rate = 100m * found / bad;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part}: {found} of {bad} bad mutants found, {rate:0.00} %"));
        Assert.True(bad > 50);
        Assert.True(rate >= Least, $"{rate:0.00} %; missed: {string.Join(", ", missed.Take(20))}");
    }

    private static IEnumerable<(string Xml, bool IsContent, string What)> Mutants(string part)
    {
        var valid = MutationFiles.Of(part);
        var elements = valid.Descendants().ToList();
        var chosen = elements.Where(element => element.AncestorsAndSelf().Any(one => one.Name.LocalName == MutationFiles.Parts[part] && IsPart(one)))
            .GroupBy(Path).Select(group => group.First());
        foreach (var element in chosen)
        {
            var index = elements.IndexOf(element);
            foreach (var (change, isContent, i) in Mutation.Structure().Select((change, i) => (change, false, i))
                .Concat(Mutation.Content(element).Select((change, i) => (change, true, i))))
            {
                var copy = new XDocument(valid);
                change(copy.Descendants().ElementAt(index));
                yield return (copy.ToString(SaveOptions.DisableFormatting), isContent, $"{Path(element)} {(isContent ? "content" : "structure")} {i}");
            }
        }
    }

    // Payments are a table, and also what a receipt is called.
    private static bool IsPart(XElement element) => element.Ancestors().Count() <= 2;

    private static string Path(XElement element)
        => string.Join("/", element.AncestorsAndSelf().Reverse().Select(one => one.Name.LocalName));

    private static bool IsValid(string xml)
    {
        var isValid = true;
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schema };
        settings.ValidationEventHandler += (_, _) => isValid = false;
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        while (reader.Read())
        {
        }

        return isValid;
    }

    private static XmlSchemaSet Load()
    {
        var set = new XmlSchemaSet();
        set.Add(null, XmlReader.Create(new StringReader(TableXsd.Write(withKeys: true))));
        set.Compile();
        return set;
    }
}
