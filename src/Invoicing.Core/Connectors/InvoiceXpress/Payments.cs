using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Connectors.InvoiceXpress;

/// <summary>Payments, each of which is a receipt (sheet 13.4 to 13.6).</summary>
internal sealed class Payments : IPaymentReader, IPaymentTaker, IPaymentCanceler
{
    private const string Receipt = "Receipt";

    private readonly ConnectorContext _context;

    public Payments(ConnectorContext context) => _context = context;

    public Listing<Payment> List(ListQuery query) => Paging.ByNumber((number, cancel) =>
        _context.Api.SendAsync(
            Operations.ListInvoices.Request().With("type[]", Receipt).With("non_archived", "true").WithPage(number, query),
            reader => Envelope.ReadPage(reader, Maps.Receipt, _context.Own),
            cancel));

    public Task<Payment> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _context.Api.SendAsync(Operations.GetDocument.Request(null, DocumentType.PathOf(InvoiceType.Receipt), id), Read, cancellationToken);

    public async Task<IReadOnlyList<Payment>> GetForInvoiceAsync(Invoice invoice, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Payment> related = await _context.Api.SendAsync(
            Operations.GetRelatedDocuments.Request(null, invoice.Id ?? ""),
            reader => Envelope.ReadPage(reader, Maps.Receipt, _context.Own).Items,
            cancellationToken).ConfigureAwait(false);
        return [.. related.Where(document => document.Extra.TryGetValue("type", out object? type) && Receipt.Equals(type)).Select(payment => For(payment, invoice))];
    }

    public async Task<Payment> AddAsync(Invoice invoice, Payment payment, CancellationToken cancellationToken = default)
    {
        Rules.Check(payment);
        ApiRequest request = Operations.CreatePayment.Request(
            Envelope.Wrap("partial_payment", Maps.PartialPayment.Write(payment)), invoice.Id ?? "");
        return For(await _context.Api.SendAsync(request, Read, cancellationToken).ConfigureAwait(false), invoice);
    }

    public Task<Payment> CancelAsync(Payment payment, string reason, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw InvoicingException.InvalidInput("cancellation", [new FieldError("Reason", "a cancelled payment must say why")]);
        }

        var body = new JObject { ["state"] = "canceled", ["message"] = reason };
        return _context.Api.SendAsync(Operations.CancelPayment.Request(Envelope.Wrap("receipt", body), payment.Id ?? ""), Read, cancellationToken);
    }

    private static Payment For(Payment payment, Invoice invoice)
    {
        payment.InvoiceId = invoice.Id;
        return payment;
    }

    private Payment Read(JsonReader reader) => _context.Own(Envelope.ReadObject(reader, Maps.Receipt));
}
