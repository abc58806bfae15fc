using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Invoicing.Tests.Saft;

/// <summary>The ways to break an element. A change of the structure is judged by the schema, a change of the content by the rules.</summary>
internal static class Mutation
{
    private static readonly string[] Texts =
    [
        "", " ", "x", "0", "-1", "1.5", "1,5", " 7 ", "1E5", "99", "1000", "2026-02-30", "2026-02-28", "1999-12-31", "2026-02-28T10:00:00",
        "2026-02-28T24:01:00", "FT A/1", "FT  A/1", "a^b", "Desconhecido", "PT", "ZZ", "ZZZ", "M07", "M7", "1-FTM a/1",
        new string('x', 61), new string('x', 101), new string('x', 256),
    ];

    /// <summary>Elements whose amount is a part of some sum or product that the rules compare.</summary>
    private static readonly HashSet<string> Summed =
    [
        "NumberOfEntries", "NumberOfMovementLines", "TotalDebit", "TotalCredit", "TotalQuantityIssued", "TaxPayable", "NetTotal", "GrossTotal",
        "DebitAmount", "CreditAmount", "CurrencyAmount",
    ];

    /// <summary>Elements that name a record of the file.</summary>
    private static readonly HashSet<string> Keys = ["CustomerID", "SupplierID", "ProductCode", "AccountID", "GroupingCode"];

    /// <summary>Dates that must lie in the period.</summary>
    private static readonly HashSet<string> Dates = ["InvoiceDate", "MovementDate", "WorkDate", "TransactionDate"];

    public static IEnumerable<Action<XElement>> Structure()
    {
        yield return element => element.Remove();
        yield return element => element.AddAfterSelf(new XElement(element));
        yield return element => element.AddAfterSelf(new XElement(element.Name.Namespace + "Nobody"));
        yield return element => element.Add(new XElement(element.Name.Namespace + "Nobody"));
        yield return element => element.SetAttributeValue("lang", "pt");
        yield return element => element.Name = element.Name.Namespace + (element.Name.LocalName + "s");
        yield return element => element.AddBeforeSelf("text");
        yield return element => element.RemoveNodes();
        yield return SwapWithNext;
        foreach (var text in Texts)
        {
            yield return element => element.SetValue(text);
        }
    }

    /// <summary>Changes after which the file is still valid for the schema, and wrong by its content.</summary>
    public static IEnumerable<Action<XElement>> Content(XElement element)
    {
        var name = element.Name.LocalName;
        var isDocument = element.Ancestors().Any(one => one.Name.LocalName is "SourceDocuments" or "GeneralLedgerEntries");
        if (Summed.Contains(name) && isDocument)
        {
            yield return one => one.SetValue(Text(Number(one) + 1));
            yield return one => one.SetValue(Text(Number(one) + 0.06m + (name.StartsWith("NumberOf", StringComparison.Ordinal) ? 0.94m : 0)));
        }

        if (Keys.Contains(name) && (isDocument || name == "GroupingCode"))
        {
            yield return one => one.SetValue("nobody");
        }

        // A receipt names dates of other months, too; the own date comes first.
        if (Dates.Contains(name) && element.Parent!.Name.LocalName != "SourceDocumentID")
        {
            yield return one => one.SetValue("2026-02-27");
            yield return one => one.SetValue("2026-04-01");
        }

        if (name == "ATCUD")
        {
            yield return one => one.SetValue(one.Value + "1");
        }
    }

    private static void SwapWithNext(XElement element)
    {
        if (element.ElementsAfterSelf().FirstOrDefault() is { } next)
        {
            element.Remove();
            next.AddAfterSelf(element);
        }
    }

    private static decimal Number(XElement element) => decimal.Parse(element.Value, CultureInfo.InvariantCulture);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
