using System.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Paying a document. Cancelling a receipt is a change of its state like any other.</summary>
internal static class PaymentRoutes
{
    //  [official]
    private static readonly string[] Mechanisms = "CC CD CH CO CS DE LC MB NU OU PR TB TR".Split(' ');

    //  [official]
    private static readonly DocumentKind[] Payable = { DocumentKind.Invoice, DocumentKind.SimplifiedInvoice, DocumentKind.VatMossInvoice };

    public static void Pay(IxCall call)
    {
        var document = DocumentRoutes.FindAny(call);
        var body = call.Body("partial_payment");
        if (!Payable.Contains(document.Kind) || document.Status != DocumentStates.Final)
        {
            throw Refusal.Invalid($"A {document.Kind.Type} in state {document.Status} can't be paid");
        }

        var amount = Wire.Decimal(body, "amount") ?? throw Refusal.Invalid("can't be blank", "amount");
        if (amount <= 0 || amount != DocumentTotals.Round(amount))
        {
            throw Refusal.Invalid("must be greater than 0 and have two decimals at most", "amount");
        }

        if (amount > Payments.Open(document))
        {
            throw Refusal.Invalid("is greater than the amount in debt", "amount");
        }

        var mechanism = Wire.Filled(body, "payment_mechanism") ?? "NU";
        if (!Mechanisms.Contains(mechanism))
        {
            throw Refusal.Invalid("is not included in the list", "payment_mechanism");
        }

        var date = Wire.Date(body, "payment_date") ?? call.Now.Date;
        var name = Wire.Filled(body, "serie");
        var series = name is null
            ? document.Sequence!.Series
            : call.Company.Sequences.ByName(name) ?? throw Refusal.Invalid("was not found", "serie");

        var receipt = Payments.Pay(call.Company, document, amount, mechanism, date, series, Wire.Filled(body, "note"), call.Now);

        // 200, although something was created. [official]
        call.Answer(200, receipt.Kind.Singular, json => call.Company.Json.WriteRow(json, receipt));
    }
}
