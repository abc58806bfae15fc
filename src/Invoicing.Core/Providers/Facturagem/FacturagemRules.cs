using System.Linq;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The checks before anything is sent. The ancestor wanted these (docs/facts/facturagem.md#fields, seen); the rest the provider shall
/// judge.
/// </summary>
internal static class FacturagemRules
{
    public static void Check(Client client) => new Complaints().Need("Name", client.Name).Throw("client");

    public static void Check(Payment payment) => new Complaints().If(payment.Amount is not > 0, "Amount", "must be above 0").Throw("payment");

    /// <param name="invoice">The invoice, with everything that the template gave it.</param>
    /// <param name="hasLineTaxes">True if lines have rates of their own at this provider.</param>
    /// <param name="map">The provider's fields.</param>
    public static void Check(Invoice invoice, bool hasLineTaxes, FieldMap<Invoice> map) => new Complaints()
        .Add(CommonRules.Reference(invoice, map))
        .If(invoice.Type != InvoiceType.Invoice, "Type", "the provider has invoices and nothing else")
        .Need("Client", invoice.Client)

        // The client is created first, and the provider requires it (docs/facts/facturagem.md#clients, seen).
        .If(
            invoice.Client is { Id: null, Country: var country } && string.IsNullOrWhiteSpace(country),
            "ClientCountry",
            $"is missing: a new client such as '{invoice.Client?.Name}' needs a country")
        .If(invoice.Lines.Count == 0, "Line", "there is none")
        .Percent("GlobalDiscount", invoice.GlobalDiscount)
        .If(
            invoice.GlobalDiscount is not null && invoice.GlobalDiscountType == "absolute",
            "GlobalDiscountType",
            "the provider's discount is a percentage")
        .Add(CommonRules.DueDate(invoice))
        .If(
            !hasLineTaxes && invoice.Lines.Select(line => line.TaxRate).Distinct().Count() > 1,
            "Tax",
            "the provider holds one rate for an invoice: make one invoice for each rate")
        .Lines(invoice.Lines, line => new Complaints()
            .If(string.IsNullOrWhiteSpace(line.Description) && string.IsNullOrWhiteSpace(line.Name), "Description", "is missing")
            .Need("Quantity", line.Quantity)
            .Need("UnitPrice", line.UnitPrice)
            .If(
                line.Discount is not (null or 0),
                "Discount",
                "the provider has no discount for a line: lower the price, or use -GlobalDiscount")
            .Percent("Tax", line.TaxRate, "must be a rate from 0 to 100 percent"))
        .Throw(Name(invoice));

    /// <summary>Such as <c>Invoice '2026_0031'</c>: a document without a reference is looked for by its number.</summary>
    public static string Name(Invoice invoice) => (invoice.Reference ?? invoice.Number) is { } name ? $"Invoice '{name}'" : "Invoice";
}
