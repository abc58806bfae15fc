using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Connectors;

/// <summary>
/// The operations of documents, each for each type that has it (docs/facts/invoicexpress.md#document-types, #invoices, #estimates, #guides,
/// #payments, #saf-t).
/// </summary>
internal static class InvoiceXpressDocumentCases
{
    /// <summary>Path, name around a request and name around the answer (docs/facts/invoicexpress.md#document-types).</summary>
    private static readonly (InvoiceType Type, string Path, string Sent, string Answered)[] Types =
    [
        (InvoiceType.Invoice, "invoices", "invoice", "invoice"),
        (InvoiceType.InvoiceReceipt, "invoice_receipts", "invoice", "invoice_receipt"),
        (InvoiceType.SimplifiedInvoice, "simplified_invoices", "invoice", "simplified_invoice"),
        (InvoiceType.CreditNote, "credit_notes", "invoice", "credit_note"),
        (InvoiceType.DebitNote, "debit_notes", "invoice", "debit_note"),
        (InvoiceType.VatMossInvoice, "vat_moss_invoices", "invoice", "vat_moss_invoice"),
        (InvoiceType.VatMossCreditNote, "vat_moss_credit_notes", "invoice", "vat_moss_credit_note"),
        (InvoiceType.VatMossReceipt, "vat_moss_receipts", "invoice", "vat_moss_receipt"),
        (InvoiceType.Quote, "quotes", "quote", "quote"),
        (InvoiceType.Proforma, "proformas", "quote", "proforma"),
        (InvoiceType.FeesNote, "fees_notes", "quote", "fees_note"),
        (InvoiceType.Shipping, "shippings", "shipping", "shipping"),
        (InvoiceType.Transport, "transports", "transport", "transport"),
        (InvoiceType.Devolution, "devolutions", "devolution", "devolution"),
    ];

    public static IEnumerable<InvoiceXpressCase> All => [.. Types.SelectMany(row => OfType(row.Type, row.Path, row.Sent, row.Answered)), .. Lists, .. Files, .. Relatives];

    private static IEnumerable<InvoiceXpressCase> Lists =>
    [
        List("ListInvoices", "invoices", "type[]=Invoice&status[]=sent", "Invoice", InvoiceType.Invoice, InvoiceState.Final),
        List("ListInvoices, VAT MOSS", "invoices", "type[]=VatMossInvoice&status[]=settled", "VatMossInvoice", InvoiceType.VatMossInvoice, InvoiceState.Settled),
        List("ListEstimates", "estimates", "type[]=Proforma&status[]=accepted", "Proforma", InvoiceType.Proforma, InvoiceState.Accepted),
        List("ListGuides", "guides", "type[]=Transport&status[]=sent", "Transport", InvoiceType.Transport, InvoiceState.Final),
    ];

    private static IEnumerable<InvoiceXpressCase> Files =>
    [
        File(
            "GetPdf",
            "GET /api/pdf/71.json",
            "{\"output\":{\"pdfUrl\":\"https://example.com/f\"}}",
            rig => rig.Use<IPdfExporter>().StartPdf(Ix.Of(InvoiceType.Quote), false),
            401,
            404,
            406),
        File(
            "GetQrCode",
            "GET /api/qr_codes/71.json",
            "{\"qr_code\":{\"url\":\"https://example.com/f.png\"}}",
            rig => rig.Use<IQrCodeExporter>().StartQrCode(Ix.Of(InvoiceType.Transport)),
            401,
            404,
            422),
        File(
            "ExportSaft",
            "GET /api/export_saft.json?month=3&year=2026&years=2026",
            "{\"Url\":\"https://example.com/f\"}",
            rig => rig.Use<ISaftExporter>().StartSaft(2026, 3),
            401,
            422),
    ];

    private static IEnumerable<InvoiceXpressCase> Relatives =>
    [
        new(
            "GetRelatedDocuments",
            "GET /document/71/related_documents.json",
            Ix.Page("documents", Ix.Document(type: "CreditNote", status: "final")),
            async rig => InvoiceXpressRecordCases.Told(await rig.Use<IRelatedDocumentReader>().GetRelatedAsync(Ix.Of(InvoiceType.Invoice))),
            "CreditNote 2026/14",
            401,
            404),
        new(
            "CreatePayment",
            "POST /documents/71/partial_payments.json",
            Ix.Document("receipt", "Receipt", "final", 5),
            async rig => (await rig.Use<IPaymentTaker>().AddAsync(Ix.Of(InvoiceType.Invoice), new Payment { Amount = 2 })).Id!,
            "5",
            401,
            404,
            422)
        {
            Body = "{\"partial_payment\":{\"amount\":2.0}}",
        },
        new(
            "CancelPayment",
            "PUT /receipts/5/change-state.json",
            Ix.Document("receipt", "Receipt", "canceled", 5),
            async rig => (await rig.Use<IPaymentCanceler>().CancelAsync(new Payment { Id = "5" }, "engano")).State.ToString(),
            "Canceled",
            401,
            404,
            422)
        {
            Body = "{\"receipt\":{\"state\":\"canceled\",\"message\":\"engano\"}}",
        },
    ];

    private static IEnumerable<InvoiceXpressCase> OfType(InvoiceType type, string path, string sent, string answered)
    {
        bool isInvoice = sent == "invoice";
        yield return new InvoiceXpressCase(
            $"CreateDocument {type}",
            $"POST /{path}.json",
            Ix.Document(answered, type.ToString()),
            async rig => Told(await rig.Use<IInvoiceCreator>().CreateAsync(Ix.Of(type, isNew: true))),
            $"71 {type} Draft",
            isInvoice ? [401, 409, 422] : [401, 422])
        { Status = 201, Body = null, Root = sent };
        yield return new InvoiceXpressCase(
            $"GetDocument {type}",
            $"GET /{path}/71.json",
            Ix.Document(answered, type.ToString(), "final"),
            async rig => Told(await rig.Use<IInvoiceReader>().GetAsync(type, "71")),
            $"71 {type} Final",
            401,
            404);
        yield return new InvoiceXpressCase(
            $"UpdateDocument {type}",
            $"PUT /{path}/71.json",
            "",
            rig => InvoiceXpressRecordCases.DoneAsync(rig.Use<IUpdater<Invoice>>().UpdateAsync(Ix.Of(type))),
            "",
            401,
            404,
            422)
        { Body = null, Root = sent };
        yield return new InvoiceXpressCase(
            $"ChangeState {type}",
            $"PUT /{path}/71/change-state.json",
            Ix.Document(answered, type.ToString(), "canceled"),
            async rig => Told(await rig.Use<IStateChanger>().ChangeStateAsync(Ix.Of(type), InvoiceTransition.Canceled, "engano")),
            $"71 {type} Canceled",
            401,
            404,
            422)
        { Body = $"{{\"{sent}\":{{\"state\":\"canceled\",\"message\":\"engano\"}}}}" };
        yield return new InvoiceXpressCase(
            $"EmailDocument {type}",
            $"PUT /{path}/71/email-document.json",
            "",
            rig => InvoiceXpressRecordCases.DoneAsync(rig.Use<IInvoiceMailer>().SendAsync(Ix.Of(type), new EmailMessage { To = "a@example.com", Subject = "S" })),
            "",
            401,
            404,
            422)
        { Body = "{\"message\":{\"client\":{\"email\":\"a@example.com\",\"save\":\"0\"},\"logo\":\"1\",\"subject\":\"S\"}}" };
    }

    private static InvoiceXpressCase List(string name, string path, string filter, string type, InvoiceType asked, InvoiceState state) => new(
        name,
        $"GET /{path}.json?{filter}&non_archived=true&page=1&per_page=30",
        Ix.Page(path, Ix.Document(type: type, status: state.ToString().ToLowerInvariant())),
        async rig => InvoiceXpressRecordCases.Told(await rig.Use<IInvoiceReader>().List(new InvoiceQuery { Types = [asked], States = [state] }).ToListAsync()),
        $"{type} 2026/14",
        401);

    private static InvoiceXpressCase File(string name, string line, string answer, Func<Rig, ProviderOperation> start, params int[] refusals) => new(
        name, line, answer, async rig => (await start(rig).PollAsync()).ToString(), "True", refusals);

    private static string Told(Invoice invoice) => $"{invoice.Id} {invoice.Type} {invoice.State}";
}
