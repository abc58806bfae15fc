using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// The account's taxes, read once a session. A tax name that the account does not have would be replaced by the default tax without a word
/// (docs/facts/invoicexpress.md#side-effects), so names are looked up before a document is sent.
/// </summary>
internal static class InvoiceXpressTaxTable
{
    /// <summary>Gives each line the exact name and the rate of its tax.</summary>
    public static async Task ResolveAsync(ConnectorContext context, Invoice invoice, CancellationToken cancel)
    {
        LineTaxes.DropOldRates(invoice.Lines);
        AccountTaxes taxes = await LoadAsync(context, cancel, all => invoice.Lines.All(line => Find(line, all).Count == 1)).ConfigureAwait(false);
        taxes.Enter(
            CommonRules.Name(invoice),
            [.. invoice.Lines],
            line => Find(line, taxes.All),
            (line, found) => LineTaxes.Missing(line) ?? TaxChoice.Complaint(taxes.All, found, string.IsNullOrWhiteSpace(line.Tax) ? null : line.Tax, line.TaxRate),

            // The amounts of a document with a discount of its own are after that, so they are not compared.
            comparesAmounts: invoice.GlobalDiscount is null or 0,
            Enter);
    }

    /// <summary>The tax of an article that was read with its identifier alone: the name is what an update sends.</summary>
    public static async Task ResolveAsync(ConnectorContext context, Item item, CancellationToken cancel)
    {
        if (item.TaxId is { } id && string.IsNullOrWhiteSpace(item.Tax))
        {
            AccountTaxes taxes = await LoadAsync(context, cancel).ConfigureAwait(false);
            Tax tax = taxes.All.FirstOrDefault(one => one.Id == id) ?? throw InvoicingException.InvalidInput(
                $"item '{item.Name}'", [new FieldError(nameof(Item.Tax), $"the account has no tax with the identifier {id}")]);
            item.Tax = tax.Name;
            item.TaxRate = tax.Rate;
        }
    }

    private static Task<AccountTaxes> LoadAsync(ConnectorContext context, CancellationToken cancel, Func<IReadOnlyList<Tax>, bool>? isEnough = null) =>
        AccountTaxes.GetAsync(
            context,
            () => context.Api.SendAsync(
                InvoiceXpressEndpoints.Taxes.List.Request(), reader => InvoiceXpressEnvelope.ReadPage(reader, InvoiceXpressMaps.Tax, context.Own).Items, cancel),
            isEnough);

    private static void Enter(InvoiceLine line, Tax tax)
    {
        if (line.TaxId != tax.Id && line.HasExtra)
        {
            // What an answer told of the tax before.
            line.Extra.Remove("tax");
        }

        (line.Tax, line.TaxRate, line.TaxId) = (tax.Name, tax.Rate, tax.Id);
    }

    /// <summary>
    /// Lists the taxes that a line can mean: that of its identifier where name and rate say the same, those of the name, those of the rate, or
    /// the default where a new line has none of them.
    /// </summary>
    private static IReadOnlyList<Tax> Find(InvoiceLine line, IReadOnlyList<Tax> taxes) => LineTaxes.ById(line, taxes) is { } known ? [known]
        : !string.IsNullOrWhiteSpace(line.Tax) || line.TaxRate is not null ? TaxChoice.Find(taxes, line.Tax, line.TaxRate)
        : LineTaxes.MayHaveDefault(line) ? [.. taxes.Where(tax => tax.IsDefault == true).Take(1)]
        : [];
}
