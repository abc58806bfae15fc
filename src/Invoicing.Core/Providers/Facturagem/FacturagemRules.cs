using System.Collections.Generic;
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
    public static void Check(Client client)
    {
        if (string.IsNullOrWhiteSpace(client.Name))
        {
            throw InvoicingException.InvalidInput("client", [new FieldError("Name", "is missing")]);
        }
    }

    public static void Check(Payment payment)
    {
        if (payment.Amount is not > 0)
        {
            throw InvoicingException.InvalidInput("payment", [new FieldError("Amount", "must be above 0")]);
        }
    }

    /// <param name="invoice">The invoice, with everything that the template gave it.</param>
    /// <param name="hasLineTaxes">True if lines have rates of their own at this provider.</param>
    /// <param name="map">The provider's fields.</param>
    public static void Check(Invoice invoice, bool hasLineTaxes, FieldMap<Invoice> map)
    {
        List<FieldError> errors = [.. CommonRules.Reference(invoice, map), .. Complaints(invoice, hasLineTaxes)];
        if (errors.Count > 0)
        {
            throw InvoicingException.InvalidInput(Name(invoice), errors);
        }
    }

    /// <summary>Such as <c>Invoice '2026_0031'</c>: what a person with a file of many rows looks for.</summary>
    public static string Name(Invoice invoice) => (invoice.Reference ?? invoice.Number) is { } name ? $"Invoice '{name}'" : "Invoice";

    private static IEnumerable<FieldError> Complaints(Invoice invoice, bool hasLineTaxes)
    {
        if (invoice.Type != InvoiceType.Invoice)
        {
            yield return new FieldError("Type", "the provider has invoices and nothing else");
        }

        if (invoice.Client is null)
        {
            yield return new FieldError("Client", "is missing");
        }
        else if (invoice.Client.Id is null && string.IsNullOrWhiteSpace(invoice.Client.Country))
        {
            // The client is created first, and the provider requires it (docs/facts/facturagem.md#clients, seen).
            yield return new FieldError("ClientCountry", $"is missing: a new client such as '{invoice.Client.Name}' needs a country");
        }

        if (invoice.Lines.Count == 0)
        {
            yield return new FieldError("Line", "there is none");
        }

        if (invoice.GlobalDiscount is < 0 or > 100)
        {
            yield return new FieldError("GlobalDiscount", "must be from 0 to 100 percent");
        }

        if (invoice.GlobalDiscount is not null && invoice.GlobalDiscountType == "absolute")
        {
            yield return new FieldError("GlobalDiscountType", "the provider's discount is a percentage");
        }

        if (CommonRules.DueDate(invoice) is { } due)
        {
            yield return due;
        }

        if (!hasLineTaxes && invoice.Lines.Select(line => line.TaxRate).Distinct().Count() > 1)
        {
            yield return new FieldError("Tax", "the provider holds one rate for an invoice: make one invoice for each rate");
        }

        for (int i = 0; i < invoice.Lines.Count; i++)
        {
            InvoiceLine line = invoice.Lines[i];
            string place = invoice.Lines.Count > 1 ? $"Line {i + 1} " : "";
            if (string.IsNullOrWhiteSpace(line.Description) && string.IsNullOrWhiteSpace(line.Name))
            {
                yield return new FieldError(place + "Description", "is missing");
            }

            if (line.Quantity is null)
            {
                yield return new FieldError(place + "Quantity", "is missing");
            }

            if (line.UnitPrice is null)
            {
                yield return new FieldError(place + "UnitPrice", "is missing");
            }

            if (line.Discount is not (null or 0))
            {
                yield return new FieldError(place + "Discount", "the provider has no discount for a line: lower the price, or use -GlobalDiscount");
            }

            if (line.TaxRate is < 0 or > 100)
            {
                yield return new FieldError(place + "Tax", "must be a rate from 0 to 100 percent");
            }
        }
    }
}
