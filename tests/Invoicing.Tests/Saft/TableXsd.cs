using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using System.Text;
using Invoicing.Saft.Schema;

namespace Invoicing.Tests.Saft;

/// <summary>
/// An XML schema made from the text of the element table, with patterns of its own, so that the validator of .NET can be asked
/// the same questions as ours. Keys are those of the sales documents.
/// </summary>
internal static class TableXsd
{
    private static readonly Dictionary<string, string> Patterns = new()
    {
        ["documentNumber"] = @"[^ ]+ [^/ \^]+/[0-9]+",
        ["hashControl"] = @"[0-9]+|[0-9]+\.[0-9]+|[0-9]+-[A-Za-z]{2}M [^/ \^]+/[0-9]+|[0-9]+-[A-Za-z]{2}D [^ ]+ [^/ \^]+/[0-9]+",
        ["transactionId"] = @"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2} [^ ]{1,30} [^ ]{1,20}",
        ["companyId"] = @"[0-9]{9}|.+ [0-9/]+",
        ["productId"] = @"[^/]+/[^/]+",
        ["taxCode"] = @"[a-zA-Z0-9.]{1,10}",
        ["exemptionCode"] = @"(M[0-9]{2})+",
        ["accountId"] = @"[^\^]{1,30}",
        ["ledgerAccount"] = @"[^\^]{2,30}",
        ["country"] = @"[A-Z]{2}",
        ["countryOrUnknown"] = @"[A-Z]{2}|Desconhecido",
        ["taxRegion"] = @"[A-Z]{2}|PT-AC|PT-MA",
        ["currency"] = @"[A-Z]{3}",
        ["version"] = @".+",
    };

    private static readonly Dictionary<string, int> Lengths =
        new() { ["documentNumber"] = 60, ["hashControl"] = 70, ["companyId"] = 50, ["productId"] = 255 };

    public static string Write(bool withKeys)
    {
        var xsd = new StringBuilder("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' elementFormDefault='qualified' ")
            .Append($"targetNamespace='{TestFile.Namespace}' xmlns='{TestFile.Namespace}' xmlns:n='{TestFile.Namespace}'>")
            .Append("<xs:element name='AuditFile' type='AuditFile'>").Append(withKeys ? Keys() : "").Append("</xs:element>");
        var rows = SaftSchemaTable.Parts.SelectMany(part => part.Split('\n'))
            .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var blocks = rows.Where(row => row.Length == 1).Select(row => row[0]).ToHashSet();
        for (var i = 0; i < rows.Count;)
        {
            xsd.Append($"<xs:complexType name='{rows[i][0]}'><xs:sequence>");
            for (i++; i < rows.Count && rows[i].Length > 1;)
            {
                var occurs = Occurs(rows[i][1][0]);
                if (i + 1 < rows.Count && rows[i + 1][0] == "|")
                {
                    xsd.Append($"<xs:choice {occurs}>").Append(Element(rows[i], "", blocks)).Append(Element(rows[i + 1], "", blocks))
                        .Append("</xs:choice>");
                    i += 2;
                }
                else
                {
                    xsd.Append(Element(rows[i], occurs, blocks));
                    i++;
                }
            }

            xsd.Append("</xs:sequence></xs:complexType>");
        }

        return xsd.Append("</xs:schema>").ToString();
    }

    /// <summary>Every element of the tree with the one around it.</summary>
    public static IEnumerable<string> Elements()
    {
        var rows = SaftSchemaTable.Parts.SelectMany(part => part.Split('\n'))
            .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var blocks = new Dictionary<string, List<(string Name, string Type)>>();
        foreach (var row in rows)
        {
            if (row.Length == 1)
            {
                blocks.Add(row[0], []);
            }
            else
            {
                blocks.Last().Value.Add(row[0] == "|" ? (row[1], row[2]) : (row[0], row[2]));
            }
        }

        return Below("AuditFile", "AuditFile", blocks).Distinct();
    }

    private static IEnumerable<string> Below(string name, string block, Dictionary<string, List<(string Name, string Type)>> blocks)
        => blocks[block].SelectMany(row => blocks.ContainsKey(row.Type)
            ? Below(row.Name, row.Type, blocks).Prepend($"{name}/{row.Name}")
            : [$"{name}/{row.Name}"]);

    private static string Occurs(char mark) => mark switch
    {
        '?' => "minOccurs='0'",
        '*' => "minOccurs='0' maxOccurs='unbounded'",
        '+' => "maxOccurs='unbounded'",
        _ => "",
    };

    private static string Element(string[] row, string occurs, HashSet<string> blocks)
    {
        var (name, type, arguments) = row[0] == "|" ? (row[1], row[2], row[3..]) : (row[0], row[2], row[3..]);
        return blocks.Contains(type)
            ? $"<xs:element name='{name}' type='{type}' {occurs}/>"
            : $"<xs:element name='{name}' {occurs}><xs:simpleType>{SimpleType(type, arguments)}</xs:simpleType></xs:element>";
    }

    private static string SimpleType(string type, string[] arguments) => type switch
    {
        "text" when arguments.Length == 0 => Restriction("string", "<xs:minLength value='1'/>"),
        "text" => Text(arguments[0].Split("..")),
        "of" => Restriction("string", string.Concat(arguments.Select(word => $"<xs:enumeration value='{word}'/>"))),
        "integer" => Integer(arguments[0].Split("..")),
        "word" => Restriction("string", $"<xs:pattern value='[^ ]{{1,{arguments[0]}}}'/>"),
        "digits" => Restriction("string", $"<xs:pattern value='[0-9]{{{arguments[0]}}}'/>"),
        "date" when arguments.Length > 0 => Restriction("date", "<xs:minInclusive value='2000-01-01'/>"),
        "date" => Restriction("date", ""),
        "datetime" => Restriction("dateTime", ""),
        "money" or "percent" or "quantity" => Restriction("decimal", "<xs:minInclusive value='0'/>"),
        _ => Restriction(
            "string",
            $"<xs:pattern value='{SecurityElement.Escape(Patterns[type])}'/>" + (
                Lengths.TryGetValue(type, out var max) ? $"<xs:maxLength value='{max}'/>" : "")),
    };

    private static string Text(string[] range)
        => Restriction("string", $"<xs:minLength value='{(range.Length > 1 ? range[0] : "1")}'/><xs:maxLength value='{range[^1]}'/>");

    private static string Integer(string[] range)
        => Restriction(
            "integer", $"<xs:minInclusive value='{range[0]}'/>" + (range[1].Length > 0 ? $"<xs:maxInclusive value='{range[1]}'/>" : ""));

    private static string Restriction(string of, string facets) => $"<xs:restriction base='xs:{of}'>{facets}</xs:restriction>";

    private static string Keys()
    {
        const string Invoices = "n:SourceDocuments/n:SalesInvoices/n:Invoice";
        return Key("key", "customers", "n:MasterFiles/n:Customer", "n:CustomerID") + Key(
            "key", "products", "n:MasterFiles/n:Product", "n:ProductCode")
            + Key("unique", "invoices", Invoices, "n:InvoiceNo") + Reference("invoiceCustomers", "customers", Invoices, "n:CustomerID")
            + Reference("invoiceProducts", "products", Invoices + "/n:Line", "n:ProductCode");
    }

    private static string Key(string kind, string name, string selector, string field)
        => $"<xs:{kind} name='{name}'><xs:selector xpath='{selector}'/><xs:field xpath='{field}'/></xs:{kind}>";

    private static string Reference(string name, string key, string selector, string field)
        => $"<xs:keyref name='{name}' refer='{key}'><xs:selector xpath='{selector}'/><xs:field xpath='{field}'/></xs:keyref>";
}
