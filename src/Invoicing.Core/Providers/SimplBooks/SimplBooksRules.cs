using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// The checks before anything is sent. The fields that the provider requires are nowhere documented, so this is little: without it a
/// request would only count against the limit (docs/facts/simplbooks.md#operations, assumption).
/// </summary>
internal static class SimplBooksRules
{
    public static void Check(Client client) => Require($"client '{client}'", (nameof(Client.Name), client.Name));

    public static void Check(Item item) => Require($"item '{item}'", (nameof(Item.Name), item.Name));

    public static void Check(Warehouse warehouse) => Require($"warehouse '{warehouse}'", (nameof(Warehouse.Name), warehouse.Name));

    /// <summary>A document needs both of its fields [official].</summary>
    public static void Check(ClientNote note) => Throw("note", [
        .. Missing((nameof(ClientNote.ClientId), note.ClientId), (nameof(ClientNote.Note), note.Note)),
        .. note.DocumentType is null ? [] : Missing((nameof(ClientNote.DocumentId), note.DocumentId)),
    ]);

    public static void Check(InvoiceTask task) => Require($"task '{task.Name}'", (nameof(InvoiceTask.Name), task.Name ?? task.ItemId));

    public static void Check(Payment payment) =>
        Throw("payment", payment.Amount is null or 0 ? [new FieldError(nameof(Payment.Amount), "must be given, and not be 0")] : []);

    /// <summary>Checks a document whose client need not be there yet: one that is refused shall leave no new client behind.</summary>
    public static void Check(Invoice invoice, bool clientIsThere)
    {
        string? client = invoice.ClientId ?? (clientIsThere ? null : invoice.ClientName);
        List<FieldError> errors = [.. Missing((nameof(Invoice.Client), client)), .. Complaints(invoice.Lines, needsPrice: true)];
        if (CommonRules.DueDate(invoice) is { } due)
        {
            errors.Add(due);
        }

        if (invoice.GlobalDiscount is not null || invoice.Withholding is not null)
        {
            errors.Add(new FieldError(
                invoice.GlobalDiscount is not null
                    ? nameof(Invoice.GlobalDiscount) : nameof(Invoice.Withholding), "SimplBooks has none: put it on the lines"));
        }

        if (invoice is { Type: InvoiceType.Quote, PricesIncludeTax: true })
        {
            errors.Add(new FieldError(nameof(Invoice.PricesIncludeTax), "a price offer takes prices without tax only"));
        }

        if (invoice.Type == InvoiceType.CreditNote && invoice.CorrectedInvoiceId is null)
        {
            errors.Add(new FieldError(nameof(Invoice.CorrectedInvoiceId), "is missing: a credit invoice says which invoice it is for"));
        }

        Throw(Name(invoice), errors);
    }

    public static void Check(Purchase purchase) => Throw($"purchase '{purchase.Number}'", [
        .. Missing((nameof(Purchase.Supplier), purchase.SupplierId)),
        .. Complaints(purchase.Lines, needsPrice: false),
    ]);

    /// <summary>Such as <c>Invoice 'ORDER-118'</c>: what a person with a file of many rows looks for.</summary>
    public static string Name(Invoice invoice) =>
        invoice.Reference is null ? invoice.Type.ToString() : $"{invoice.Type} '{invoice.Reference}'";

    public static void Throw(string what, IReadOnlyList<FieldError> errors)
    {
        if (errors.Count > 0)
        {
            throw InvoicingException.InvalidInput(what, errors);
        }
    }

    private static void Require(string what, params (string Field, string? Value)[] fields) => Throw(what, [.. Missing(fields)]);

    private static IEnumerable<FieldError> Missing(params (string Field, string? Value)[] fields) =>
        fields.Where(field => string.IsNullOrWhiteSpace(field.Value)).Select(field => new FieldError(field.Field, "is missing"));

    private static IEnumerable<FieldError> Complaints(IList<InvoiceLine> lines, bool needsPrice)
    {
        if (lines.Count == 0)
        {
            yield return new FieldError("Line", "there is none");
        }

        for (int i = 0; i < lines.Count; i++)
        {
            string place = lines.Count > 1 ? $"Line {i + 1} " : "";
            InvoiceLine line = lines[i];
            if (string.IsNullOrWhiteSpace(line.Name) && line.ItemId is null)
            {
                yield return new FieldError(place + "Name", "is missing");
            }

            if (line.Quantity is null or 0)
            {
                yield return new FieldError(place + "Quantity", "must be given, and not be 0");
            }

            if (needsPrice ? line.UnitPrice is null : line.Subtotal is null)
            {
                yield return new FieldError(place + "UnitPrice", "is missing");
            }

            if (line.Discount is < 0 or > 100)
            {
                yield return new FieldError(place + "Discount", "must be from 0 to 100 percent");
            }
        }
    }
}
