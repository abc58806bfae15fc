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
internal sealed class InvoiceXpressTaxTable
{
    private readonly IReadOnlyList<Tax> _taxes;

    private InvoiceXpressTaxTable(IReadOnlyList<Tax> taxes) => _taxes = taxes;

    /// <summary>Gives each line the exact name and the rate of its tax.</summary>
    public static async Task ResolveAsync(ConnectorContext context, Invoice invoice, CancellationToken cancel)
    {
        IList<InvoiceLine> lines = invoice.Lines;
        LineTaxes.DropOldRates(lines);
        InvoiceXpressTaxTable table = await LoadAsync(context, anew: false, cancel).ConfigureAwait(false);
        if (lines.Any(line => table.Find(line).Count != 1))
        {
            // It may have been added since.
            table = await LoadAsync(context, anew: true, cancel).ConfigureAwait(false);
        }

        var errors = new List<FieldError>();
        for (int i = 0; i < lines.Count; i++)
        {
            InvoiceLine line = lines[i];
            string place = lines.Count > 1 ? $"Line {i + 1} Tax" : "Tax";
            IReadOnlyList<Tax> found = table.Find(line);
            if (found.Count != 1)
            {
                errors.Add(new FieldError(
                    place, LineTaxes.Missing(line) ?? TaxChoice.Complaint(table._taxes, found, string.IsNullOrWhiteSpace(line.Tax) ? null : line.Tax, line.TaxRate)));
            }
            else if (invoice.GlobalDiscount is null or 0 && LineTaxes.Contradiction(line, found[0], table._taxes) is { } contradiction)
            {
                // The amounts of a document with a discount of its own are after that, so they are not compared.
                errors.Add(new FieldError(place, contradiction));
            }
            else
            {
                if (line.TaxId != found[0].Id && line.HasExtra)
                {
                    // What an answer told of the tax before.
                    line.Extra.Remove("tax");
                }

                line.Tax = found[0].Name;
                line.TaxRate = found[0].Rate;
                line.TaxId = found[0].Id;
            }
        }

        Complaints.Throw(CommonRules.Name(invoice), errors);
    }

    private static Task<InvoiceXpressTaxTable> LoadAsync(ConnectorContext context, bool anew, CancellationToken cancel) =>
        context.Session.Cache.GetAsync(
            async () => new InvoiceXpressTaxTable(await context.Api.SendAsync(
                InvoiceXpressEndpoints.Taxes.List.Request(),
                reader => InvoiceXpressEnvelope.ReadPage(reader, InvoiceXpressMaps.Tax, context.Own).Items,
                cancel).ConfigureAwait(false)),
            anew);

    /// <summary>The tax of an article that was read with its identifier alone: the name is what an update sends.</summary>
    public static async Task ResolveAsync(ConnectorContext context, Item item, CancellationToken cancel)
    {
        if (item.TaxId is { } id && string.IsNullOrWhiteSpace(item.Tax))
        {
            InvoiceXpressTaxTable table = await LoadAsync(context, anew: false, cancel).ConfigureAwait(false);
            Tax tax = table._taxes.FirstOrDefault(one => one.Id == id) ?? throw InvoicingException.InvalidInput(
                $"item '{item.Name}'", [new FieldError(nameof(Item.Tax), $"the account has no tax with the identifier {id}")]);
            item.Tax = tax.Name;
            item.TaxRate = tax.Rate;
        }
    }

    /// <summary>
    /// Lists the taxes that a line can mean: that of its identifier where name and rate say the same, those of the name, those of the rate, or
    /// the default where a new line has none of them.
    /// </summary>
    private IReadOnlyList<Tax> Find(InvoiceLine line) => LineTaxes.ById(line, _taxes) is { } known ? [known]
        : !string.IsNullOrWhiteSpace(line.Tax) || line.TaxRate is not null ? TaxChoice.Find(_taxes, line.Tax, line.TaxRate)
        : LineTaxes.MayHaveDefault(line) ? [.. _taxes.Where(tax => tax.IsDefault == true).Take(1)]
        : [];
}
