using System;
using System.Collections.Generic;

namespace Invoicing.Saft.Checks;

/// <summary>C01: status, reason, regime, dates, types, currency and line numbers that go together.</summary>
internal sealed class ContentCheck(CheckContext context) : SaftCheck(context)
{
    private const decimal RateRounding = 0.001m;

    private static readonly DateTime EndOf2012 = new(2012, 12, 31);
    private static readonly DateTime EndOfTableChecks = new(2017, 6, 30);

    protected override void Document(SaftDocument document)
    {
        CheckStatus(document);
        CheckType(document);
        CheckCurrency(document);
        CheckLineNumbers(document);
    }

    private void CheckStatus(SaftDocument document)
    {
        if (document.IsCancelled && document.Reason is null)
        {
            Report("C01", document, "A cancelled document has no reason.", "Reason");
        }

        if (document is { StatusDate: { } status, SystemEntryDate: { } entry } && status < entry)
        {
            Report(
                "C01", document, "The status is older than the document.", SaftText.DateTime(entry) + " or later",
                SaftText.DateTime(status));
        }

        if (document is SaftInvoice invoice)
        {
            CheckSelfBilling(invoice);
        }
    }

    private void CheckSelfBilling(SaftInvoice invoice)
    {
        if (invoice.Status == "S" && invoice.SelfBilling == false)
        {
            Report("C01", invoice, "The status says self-billing, the regime does not.", "SelfBillingIndicator 1", "0");
        }

        if (Context.Header?.TaxAccountingBasis == "S" && invoice.Status is not ("S" or "A"))
        {
            Report("C01", invoice, "A file of self-billing holds a document of another status.", "S", invoice.Status);
        }
    }

    private void CheckType(SaftDocument document)
    {
        var last = document.Type switch
        {
            "VD" or "TV" or "TD" or "AA" or "DA" => EndOf2012,
            "DC" => EndOfTableChecks,
            _ => DateTime.MaxValue,
        };
        if (document.Date > last)
        {
            Report(
                "C01", document, "The document type is no longer used at that date.", $"{document.Type} until {SaftText.Date(last)}",
                SaftText.Date(document.Date.Value), tier: SaftTier.Unconfirmed);
        }

        if (document is SaftInvoice { Type: "FR", IsCancelled: false, PaymentMethods.Count: 0 })
        {
            Report("C01", document, "An invoice-receipt says nothing about its payment.", "Payment", null, SaftLevel.Information);
        }
    }

    private void CheckCurrency(SaftDocument document)
    {
        if (document.Currency is not { } currency)
        {
            return;
        }

        if (currency.ExchangeRate == 0)
        {
            Report("C01", document, "The exchange rate is 0.", "more than 0", "0");
        }

        // The texts do not fix the direction of the rate [open]: only what fits neither is worth a word.
        if (currency is { Amount: { } amount, ExchangeRate: { } rate } && document.GrossTotal is { } gross && rate > 0
            && !IsNear(gross, amount * rate) && !IsNear(gross, amount / rate))
        {
            var found = $"{SaftText.Of(amount)} at {SaftText.Of(rate)}";
            Report("C01", document, "The amount in foreign currency does not fit the gross total.", SaftText.Of(gross), found);
        }
    }

    private void CheckLineNumbers(SaftDocument document)
    {
        var last = -1L;
        HashSet<long>? seen = null;
        foreach (var line in document.Lines)
        {
            if (line.LineNumber is not { } number)
            {
                continue;
            }

            // Gaps are normal [seen]; a set is only needed where the numbers do not rise.
            if (number <= last && !(seen ??= NumbersBefore(document, line)).Add(number))
            {
                Report("C01", document, "A line number occurs twice in the document.", null, SaftText.Of(number), null, line);
            }

            seen?.Add(number);
            last = Math.Max(last, number);
        }
    }

    private static HashSet<long> NumbersBefore(SaftDocument document, SaftLine end)
    {
        var numbers = new HashSet<long>();
        foreach (var line in document.Lines)
        {
            if (ReferenceEquals(line, end))
            {
                break;
            }

            numbers.Add(line.LineNumber ?? -1);
        }

        return numbers;
    }

    private static bool IsNear(decimal gross, decimal other) => Math.Abs(gross - other) <= 0.01m + (gross * RateRounding);
}
