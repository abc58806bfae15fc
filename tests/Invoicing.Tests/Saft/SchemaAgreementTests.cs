using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Invoicing.Saft;
using Xunit;

namespace Invoicing.Tests.Saft;

/// <summary>
/// Breaks every kind of element in every simple way and asks the validator of .NET, with a schema made from the same table,
/// whether the file is still valid: rule S01 must say the same.
/// </summary>
public sealed class SchemaAgreementTests
{
    private static readonly string[] Texts =
    [
        "", " ", "x", "0", "-1", "1.5", " 7 ", "1E5", "99", "2026-02-30", "2026-02-28", "2026-02-28T10:00:00", "2026-02-28T24:01:00",
        "2026-02-28Z",
        "FT A/1", "FT  A/1", "Desconhecido", "PT", "M07", "1-FTM a/1", new string('x', 60), new string('x', 300),
    ];

    private static readonly XmlSchemaSet Schema = Load();

    private static readonly XDocument Valid = XDocument.Parse(TestFile.Typical().With(file => file.Documents.RemoveAt(1)).ToXml());

    public static TheoryData<string> Paths => new(OnePerPath().Keys);

    [Fact]
    public void Both_find_the_file_valid() => Assert.Equal((true, true), (IsValidHere(Valid.ToString()), IsValidThere(Valid.ToString())));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Both_say_the_same(string path)
    {
        var element = OnePerPath()[path];

        Agree(element, copy => copy.Remove());
        Agree(element, copy => copy.AddAfterSelf(new XElement(copy)));
        Agree(element, copy => copy.AddAfterSelf(new XElement(copy.Name.Namespace + "Nobody")));
        Agree(element, copy => copy.Add(new XElement(copy.Name.Namespace + "Nobody")));
        Agree(element, copy => copy.SetAttributeValue("lang", "pt"));
        Agree(element, copy => (copy.PreviousNode as XElement)?.AddBeforeSelf(new XElement(copy)), copy => copy.Remove());
        foreach (var text in Texts)
        {
            Agree(element, copy => copy.SetValue(text));
        }
    }

    private static void Agree(XElement element, params Action<XElement>[] changes)
    {
        var copy = new XDocument(Valid);
        var target = copy.Descendants().ElementAt(Valid.Descendants().ToList().IndexOf(element));
        foreach (var change in changes)
        {
            change(target);
        }

        var xml = copy.ToString(SaveOptions.DisableFormatting);
        var isValidHere = IsValidHere(xml);
        Assert.True(isValidHere == IsValidThere(xml), isValidHere ? $"valid only here: {target}" : $"valid only there: {target}");
    }

    // A limit of the intake is no part of the schema.
    private static bool IsValidHere(string xml)
        => !TestFile.Check(xml, new SaftCheckOptions { Rules = ["S01", "F01"] }).Findings
            .Any(finding => !finding.Description.Contains("intake", StringComparison.Ordinal));

    private static bool IsValidThere(string xml)
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

    private static Dictionary<string, XElement> OnePerPath()
        => Valid.Root!.Descendants().GroupBy(
            element => string.Join("/", element.AncestorsAndSelf().Reverse().Select(one => one.Name.LocalName)))
            .ToDictionary(group => group.Key, group => group.First());

    private static XmlSchemaSet Load()
    {
        var set = new XmlSchemaSet();
        set.Add(null, XmlReader.Create(new StringReader(TableXsd.Write(withKeys: false))));
        set.Compile();
        return set;
    }
}
