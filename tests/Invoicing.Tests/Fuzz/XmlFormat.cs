using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Fuzz;

internal sealed class XmlFormat : Format
{
    /// <summary>Stands for what is no XML by itself until the rest is written.</summary>
    private const string Here = "\uE000";

    /// <summary>The same for an attribute.</summary>
    private const string Mark = "here-is-another";

    /// <summary>What is deeper has no amounts, and would be too much for the stack.</summary>
    private const int MaxDepth = 64;

    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    /// <summary>Contents that no provider should send where a value was; some are no XML at all.</summary>
    private static readonly string[] Contents =
    [
        "", " ", "text", "0", "-0", "-1", "7", "1.50", "12,30", "1.234,56", "1,234.56", " 5 ", "\n5\n", "5 €", "NaN", "INF", "1e5", "010", "0x1F", "1e30", "1e400",
        "-1e400", "1e-400", "1e999999999", "79228162514264337593543950335", "79228162514264337593543950336", "-79228162514264337593543950336",
        "123456789012345678901234567890123456789012345678901234567890", "0.12345678901234567890123456789012345", "2147483648", "9223372036854775808", "+5", "1.",
        ".5", "1_000", "--1", "true", "31/02/2026", "2026-01-01", "&#49;&#x32;", "&amp;", "&lt;b&gt;", "<![CDATA[12]]>", "1<![CDATA[2]]>3", "1<!-- c -->2",
        "1<?p i?>2", "<b/>", "1<b/>2", "<b>1</b>", "<b><c>1</c></b>", "<b>1</b><b>2</b>", "&undefined;", "&#0;", "&#xD800;", "&#x1F600;", "\u00A05", "\u0661\u0662",
        "\uFF15", "]]>", "<", "&", "mailto:", "http://a:b", "urn:x", "<!-- -- -->", "\u0001",
    ];

    private static readonly string[] Attributes =
    [
        "type=\"integer\"", "type=\"decimal\"", "type=\"boolean\"", "type=\"array\"", "type=\"yaml\"", "type=\"file\"", "type=\"\"", "nil=\"true\"", "nil=\"1\"",
        "nil=\"true\" type=\"array\"", "type=\"integer\" type=\"array\"", "xmlns=\"urn:x\"", "a:b=\"1\"", "type=integer", "type=\"&b;\"", "xml:space=\"preserve\"",
    ];

    private static readonly string[] DocumentTypes =
    [
        "<!DOCTYPE a>", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\">", "<!DOCTYPE a [<!ENTITY b \"7\">]>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE a [<!ENTITY b SYSTEM \"http://127.0.0.1:1/\">]>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]>", "<!DOCTYPE a [" + Laughs() + "]>",
    ];

    private static readonly string[] Declarations =
    [
        "", "<?xml version=\"1.0\"?>", "<?xml version=\"1.1\"?>", "<?xml version=\"1.0\" standalone=\"yes\"?>", " <?xml version=\"1.0\"?>", "<?xml version=\"1.0\" ?><?p?>",
        .. new[] { "utf-7", "utf-16", "utf-32", "iso-8859-1", "us-ascii", "windows-1252", "x-none", "ebcdic-cp-be", "UTF-8 ", "" }
            .Select(name => $"<?xml version=\"1.0\" encoding=\"{name}\"?>"),
    ];

    public override string Type => "application/xml; charset=utf-8";

    public override IReadOnlyList<(string Name, int Weight, Func<string, Random, string> Spoil)> Kinds { get; } =
    [
        ("another content", 24, (good, random) => Filled(good, Any(Contents, random), root => Any(All(root), random).Value = Here)),
        ("another text", 16, (good, random) => Filled(good, Any(Contents, random), root => Any(Leaves(root), random).Value = Here)),
        ("another attribute", 8, (good, random) => Filled(good, Any(Attributes, random), root => Marked(Any(All(root), random)))),
        ("swapped texts", 12, (good, random) => Changed(good, root => Swap(Any(Leaves(root), random), Any(Leaves(root), random)))),
        ("swapped elements", 4, (good, random) => Changed(good, root => SwapWhole(Any(All(root), random), Any(All(root), random)))),
        ("an element twice", 8, (good, random) => Changed(good, root => Twice(Any(All(root), random), random))),
        ("an element gone", 4, (good, random) => Changed(good, root => Any(All(root), random).Remove())),
        ("deep nesting", 4, (good, random) => Filled(good, Nested(random), root => Any(All(root), random).Value = Here)),
        ("a document type", 4, (good, random) => good.Replace(Head, Head + Any(DocumentTypes, random))),
        ("an entity", 4, (good, random) => Filled(good, "&b;", root => Any(Leaves(root), random).Value = Here).Replace(Head, Head + Any(DocumentTypes, random))),
        ("another declaration", 4, (good, random) => good.Replace(Head, Any(Declarations, random))),
    ];

    public override IReadOnlyList<string> Bodies { get; } =
    [
        "", " ", "<", "<a", "<a>", "<a/>", "<a/><b/>", "text", Head, "<hash/>", "<hash type=\"array\"/>", "<nil-classes type=\"array\"/>", "<a nil=\"true\"/>", "\uFEFF",
        "<html><body><h1>502 Bad Gateway</h1></body></html>", "<!DOCTYPE html><html><body>Hello<br></body></html>", "{\"invoice\":{}}", "<!-- c -->", "<?p?>",
        $"{Head}<!DOCTYPE a [{Laughs()}]><a>&b;</a>",
    ];

    public override Answer Bomb { get; } =
        Answer.Gzip("application/xml", Encoding.UTF8.GetBytes("<invoice><name>" + new string('x', 64 << 20) + "</name></invoice>"));

    public override string Endless => "<a>";

    public override Node? Read(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            Node root = Of(XDocument.Load(reader).Root!, 0);
            return root.Name == "hash" ? root : new Node("", null) { IsScalar = false, Children = [root], Items = [root] };
        }
        catch (Exception fault) when (fault is XmlException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Which of two elements of one name would be the amount, nobody can tell.</summary>
    private static Node Of(XElement element, int depth)
    {
        string name = element.Name.LocalName.Replace('-', '_');
        Node[] items = [.. element.Elements().Where(_ => depth < MaxDepth).Select(child => Of(child, depth + 1))];
        return (string?)element.Attribute("nil") == "true" ? new Node(name, null) : new Node(name, element.Value.Trim(' ', '\t', '\r', '\n').Length == 0 ? "" : element.Value)
        {
            IsScalar = !element.HasElements && (string?)element.Attribute("type") != "array",
            Children = [.. items.GroupBy(item => item.Name).Select(same => same.Count() == 1 ? same.First() : new Node(same.Key, null) { IsScalar = false })],
            Items = items,
        };
    }

    private static string Laughs() => "<!ENTITY b0 \"ha\">" + string.Concat(Enumerable.Range(0, 12).Select(
        i => $"<!ENTITY b{i + 1} \"{string.Concat(Enumerable.Repeat($"&b{i};", 10))}\">")) + "<!ENTITY b \"&b12;\">";

    private static string Changed(string good, Action<XElement> change)
    {
        XElement root = XDocument.Parse(good).Root!;
        change(root);
        return Head + root.ToString(SaveOptions.DisableFormatting);
    }

    private static string Filled(string good, string content, Action<XElement> change) =>
        Changed(good, change).Replace($"{Mark}=\"\"", content).Replace(Here, content);

    private static void Marked(XElement element)
    {
        element.RemoveAttributes();
        element.Add(new XAttribute(Mark, ""));
    }

    private static void Swap(XElement one, XElement other) => (one.Value, other.Value) = (other.Value, one.Value);

    private static void SwapWhole(XElement one, XElement other)
    {
        if (!one.DescendantsAndSelf().Contains(other) && !other.DescendantsAndSelf().Contains(one))
        {
            var copy = new XElement(one);
            one.ReplaceWith(new XElement(other));
            other.ReplaceWith(copy);
        }
    }

    private static void Twice(XElement element, Random random)
    {
        var copy = new XElement(element);
        if (!copy.HasElements)
        {
            copy.Value = random.Next(1000).ToString();
        }

        element.AddAfterSelf(copy);
    }

    private static string Nested(Random random)
    {
        int depth = random.Next(40, 20_000);
        return string.Concat(Enumerable.Repeat("<a>", depth)) + "1" + string.Concat(Enumerable.Repeat("</a>", depth));
    }

    /// <summary>Every element but the root, of which there is one.</summary>
    private static List<XElement> All(XElement root) => [.. root.Descendants()];

    private static List<XElement> Leaves(XElement root) => [.. root.Descendants().Where(element => !element.HasElements)];
}
