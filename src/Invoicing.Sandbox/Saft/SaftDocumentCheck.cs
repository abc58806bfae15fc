using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing.Sandbox.Saft;

// Lists, patterns and assertions about one document and its lines, and further rules of the law [official].
internal static class SaftDocumentCheck
{
    private const string Mechanisms = "CC CD CH CI CO CS DE LC MB NU OU PR TB TR";
    private const string WithholdingTypes = "IRS IRC IS";

    // Version of the key; of an integrated document certificate and version; of a recovered one version, type, M or D and its number.
    private const string KeyPattern = @"^([0-9]+(\.[0-9]+)?|[0-9]+-[A-Z]{2}[MD] .+/[0-9]+)\z";

    public static void Check(SaftDocument document, string types, string statuses, bool certified)
    {
        void Require(bool holds, string otherwise) => SaftDocumentCheck.Require(holds, document, otherwise);

        Require(document.Number.Length <= 60 && Regex.IsMatch(document.Number, @"^[^ ]+ [^ /^]+/[0-9]+\z"), "is not a document number");
        Require(document.Atcud.Length is >= 1 and <= 100, $"ATCUD '{document.Atcud}' is empty or too long");
        Require(Listed(document.Type, types), $"type '{document.Type}' does not belong to this table");
        Require(Listed(document.Status.Code, statuses), $"status '{document.Status.Code}' does not belong to this table");
        Require(Listed(document.Status.Source, "P I M"), $"source '{document.Status.Source}' is not P, I or M");
        Require(document.Period is null or (>= 1 and <= 12), $"period {document.Period} is not a month");
        Require(document.AllLines.Count > 0, "has no lines");
        Require(document.AllLines.Select(l => l.Number).Distinct().Count() == document.AllLines.Count, "repeats a line number");
        var totals = document.Totals;
        Require(totals.GrossTotal == totals.NetTotal + totals.TaxPayable, "gross total is not net total and tax");
        Require(document.Currency is null || Regex.IsMatch(document.Currency.Code, "^(?!EUR)[A-Z]{3}$"), "currency is not a foreign one");
        Require(document.Withholdings.All(w => w.Type == null || Listed(w.Type, WithholdingTypes)), "withholds an unknown tax");
        // A certified program signs everything but receipts, an uncertified one nothing.
        var signed = certified && document is SaftGoodsDocument;
        Require(document.Hash.Length == (signed ? 172 : 1), $"has a signature of {document.Hash.Length} characters");
        var key = (document as SaftGoodsDocument)?.HashControl ?? "0";
        Require(Regex.IsMatch(key, KeyPattern) && key == "0" == !signed, $"'{key}' is not the version of the key that signed it");
        Require(document is not SaftStockMovement { SupplierId: not null, CustomerId: not null }, "names a customer and a supplier");
        Require(document.Type != "RC" || document.AllLines.Any(l => l.Tax != null), "is a cash-VAT receipt without any tax");
        var payments = (document as SaftInvoice)?.PaidBy ?? (document as SaftPayment)?.PaidBy ?? Array.Empty<SaftPaymentMethod>();
        Require(payments.All(p => p.Mechanism == null || Listed(p.Mechanism, Mechanisms)), "is paid by an unknown mechanism");
        foreach (var line in document.AllLines)
        {
            CheckLine(document, line);
        }
    }

    private static void CheckLine(SaftDocument document, SaftLine line)
    {
        void Require(bool holds, string otherwise) =>
            SaftDocumentCheck.Require(holds, document, $"line {SaftText.Quantity(line.Number)} {otherwise}");

        var code = line.ExemptionCode;
        Require(line.Amount >= 0, "has a negative amount, which belongs on the other side");
        Require(code == null || Regex.IsMatch(code, "^(M[0-9]{2})+$"), $"has the exemption code '{code}'");
        Require(line.ExemptionReason == null || code != null, "has an exemption reason without a code");
        if (line.Tax is { } tax)
        {
            Require(tax.IsZero == (code != null), tax.IsZero ? "has no tax and no exemption code" : "has tax and an exemption code");
            Require(tax.Code != "NA" || document is SaftPayment, "has the tax code of receipts");
        }

        if (document is SaftStockMovement)
        {
            Require(line.Tax is null or { Type: not "IS", Amount: null }, "of a stock movement has stamp duty");
        }

        switch (line)
        {
            case SaftGoodsLine goods:
                Require(goods.TaxBase == null || (goods.UnitPrice == 0 && goods.Amount == 0), "has a tax base and a price");
                Require(goods.TaxBase == null || document is not SaftStockMovement, "of a stock movement has a tax base");
                Require(goods.Tax != null || document is not SaftInvoice, "of an invoice has no tax");
                break;
            case SaftPaymentLine payment:
                Require(payment.Documents.Count > 0, "of a receipt names no document");
                break;
        }
    }

    private static bool Listed(string value, string list) => list.Split(' ').Contains(value);

    private static void Require(bool holds, SaftDocument document, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{document.Number}: {otherwise}.");
        }
    }
}
