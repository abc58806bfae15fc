using Invoicing.Engine.Fields;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>The three countries that accounts are taxed in, as numbers (docs/facts/invoicexpress.md#accounts, official (old)).</summary>
internal static class TaxCountry
{
    public static readonly FieldType<string?> Wire = Engine.Fields.FieldTypes.Translated(
        number => number switch
        {
            "1" => "Portugal",
            "2" => "Ireland",
            "3" => "United Kingdom",
            _ => number,
        },
        country => Countries.ToCode(country) switch
        {
            "PT" => "1",
            "IE" => "2",
            "GB" => "3",
            _ => throw InvoicingException.InvalidInput("account", [new FieldError("Country", "must be Portugal, Ireland or the United Kingdom")]),
        });
}
