using System.Collections.Generic;
using Invoicing.Engine;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// The checks before anything is sent. The fields that the provider requires are nowhere documented, so this is little: without it a
/// request would only count against the limit (docs/facts/simplbooks.md#operations, assumption).
/// </summary>
internal static class SimplBooksRules
{
    public static void Check(Client client) => new Complaints().Need(nameof(Client.Name), client.Name).Throw($"client '{client}'");

    public static void Check(Item item) => new Complaints().Need(nameof(Item.Name), item.Name).Throw($"item '{item}'");

    public static void Check(Warehouse warehouse) =>
        new Complaints().Need(nameof(Warehouse.Name), warehouse.Name).Throw($"warehouse '{warehouse}'");

    /// <summary>A document needs both of its fields [official].</summary>
    public static void Check(ClientNote note) => new Complaints()
        .Need(nameof(ClientNote.ClientId), note.ClientId)
        .Need(nameof(ClientNote.Note), note.Note)
        .If(note.DocumentType is not null && string.IsNullOrWhiteSpace(note.DocumentId), nameof(ClientNote.DocumentId), "is missing")
        .Throw("note");

    public static void Check(InvoiceTask task) =>
        new Complaints().Need(nameof(InvoiceTask.Name), task.Name ?? task.ItemId).Throw($"task '{task.Name}'");

    public static void Check(Payment payment) =>
        new Complaints().If(payment.Amount is null or 0, nameof(Payment.Amount), "must be given, and not be 0").Throw("payment");

    /// <summary>Checks a document whose client need not be there yet: one that is refused shall leave no new client behind.</summary>
    public static void Check(Invoice invoice, bool clientIsThere) => new Complaints()
        .Need(nameof(Invoice.Client), invoice.ClientId ?? (clientIsThere ? null : invoice.ClientName))
        .Add(Of(invoice.Lines, needsPrice: true))
        .Add(CommonRules.DueDate(invoice))
        .If(
            invoice.GlobalDiscount is not null || invoice.Withholding is not null,
            invoice.GlobalDiscount is not null ? nameof(Invoice.GlobalDiscount) : nameof(Invoice.Withholding),
            "SimplBooks has none: put it on the lines")
        .If(
            invoice is { Type: InvoiceType.Quote, PricesIncludeTax: true },
            nameof(Invoice.PricesIncludeTax),
            "a price offer takes prices without tax only")
        .If(
            invoice.Type == InvoiceType.CreditNote && invoice.CorrectedInvoiceId is null,
            nameof(Invoice.CorrectedInvoiceId),
            "is missing: a credit invoice says which invoice it is for")
        .Throw(CommonRules.Name(invoice));

    public static void Check(Purchase purchase) => new Complaints()
        .Need(nameof(Purchase.Supplier), purchase.SupplierId)
        .Add(Of(purchase.Lines, needsPrice: false))
        .Throw($"purchase '{purchase.Number}'");

    private static Complaints Of(IList<InvoiceLine> lines, bool needsPrice) => new Complaints()
        .If(lines.Count == 0, "Line", "there is none")
        .Lines(lines, line => new Complaints()
            .If(string.IsNullOrWhiteSpace(line.Name) && line.ItemId is null, "Name", "is missing")
            .If(line.Quantity is null or 0, "Quantity", "must be given, and not be 0")
            .If(needsPrice ? line.UnitPrice is null : line.Subtotal is null, "UnitPrice", "is missing")
            .Percent("Discount", line.Discount));
}
