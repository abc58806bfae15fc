using System.Linq;
using Invoicing.Engine.Fields;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// Answers name a currency in words, requests by its code, and the account's own currency, the euro, is not asked for
/// (docs/facts/invoicexpress.md#values, #creation).
/// </summary>
internal static class CurrencyCode
{
    private const string Euro = "EUR";

    public static readonly FieldType<string?> Wire = Engine.Fields.FieldTypes.Translated(
        name => name == "Euro" ? Euro : name,
        code => code.Length == 3 && code.All(char.IsUpper) && code != Euro ? code : null);
}
