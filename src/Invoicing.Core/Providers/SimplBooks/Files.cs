using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// Files, which come at once, as base64 in the answer (docs/facts/simplbooks.md#envelope), and E-invoices, which go as they are
/// (docs/facts/simplbooks.md#bodies).
/// </summary>
internal sealed class Files(ConnectorContext context) : IPdfExporter, IXmlExchange, IPurchaseFileExporter
{
    public ProviderOperation StartPdf(Invoice invoice, bool secondCopy)
    {
        if (secondCopy)
        {
            throw new InvoicingException(ErrorKind.NotSupported, "SimplBooks prints no second copies.");
        }

        Endpoint operation = invoice.Type == InvoiceType.Quote ? SimplBooksEndpoints.GetQuotePdf : SimplBooksEndpoints.GetInvoicePdf;
        return Start($"PDF of {invoice}", FileKind.Pdf, operation, invoice.Id);
    }

    public ProviderOperation StartXml(Invoice invoice) => invoice.Type != InvoiceType.Quote
        ? Start($"XML of {invoice}", FileKind.Xml, SimplBooksEndpoints.GetInvoiceXml, invoice.Id)
        : throw new InvoicingException(ErrorKind.NotSupported, "SimplBooks gives no price offers as XML.");

    public ProviderOperation StartXml(Purchase purchase) =>
        Start($"XML of {purchase}", FileKind.Xml, SimplBooksEndpoints.GetPurchaseXml, purchase.Id);

    public ProviderOperation StartFile(Purchase purchase) =>
        Start($"file of {purchase}", FileKind.Any, SimplBooksEndpoints.GetPurchaseFile, purchase.Id);

    /// <summary>
    /// The identifier in the answer is that of the new document: our reading (docs/facts/simplbooks.md#open-questions, assumption).
    /// </summary>
    public async Task<Invoice> ImportInvoiceAsync(byte[] xml, CancellationToken cancellationToken = default) => context.Own(new Invoice
    {
        Id = await ImportAsync(SimplBooksEndpoints.CreateInvoiceFromXml, xml, cancellationToken).ConfigureAwait(false),
        State = InvoiceState.Final,
        IsPartial = true,
    });

    public async Task<Purchase> ImportPurchaseAsync(byte[] xml, CancellationToken cancellationToken = default) => context.Own(new Purchase
    {
        Id = await ImportAsync(SimplBooksEndpoints.CreatePurchaseFromXml, xml, cancellationToken).ConfigureAwait(false),
        IsPartial = true,
    });

    /// <summary>As raw bytes: whether the text in a JSON body would be plain or base64 is not documented.</summary>
    private Task<string> ImportAsync(Endpoint operation, byte[] xml, CancellationToken cancel)
    {
        ApiRequest request = operation.Request(new JValue(xml));
        request.Headers.Add(new KeyValuePair<string, string>(BodyFormat.Header, BodyFormat.Raw));
        return context.Api.SendAsync(request, SimplBooksEnvelope.ReadInserted, cancel);
    }

    private ProviderOperation Start(string name, FileKind kind, Endpoint operation, string? id) => new(
        name, context.Api, kind, (api, cancel) => api.SendAsync(operation.Request(null, id ?? ""),
            SimplBooksEnvelope.ReadFile, cancel));
}
