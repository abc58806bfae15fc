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
internal sealed class TaxTable
{
    private readonly IReadOnlyList<Tax> _taxes;

    private TaxTable(IReadOnlyList<Tax> taxes) => _taxes = taxes;

    /// <summary>Gives each line the exact name and the rate of its tax.</summary>
    public static async Task ResolveAsync(ConnectorContext context, Invoice invoice, CancellationToken cancel)
    {
        IList<InvoiceLine> lines = invoice.Lines;
        TaxTable table = await LoadAsync(context, anew: false, cancel).ConfigureAwait(false);
        if (lines.Any(line => table.Find(line).Count != 1))
        {
            // It may have been added since.
            table = await LoadAsync(context, anew: true, cancel).ConfigureAwait(false);
        }

        var errors = new List<FieldError>();
        for (int i = 0; i < lines.Count; i++)
        {
            IReadOnlyList<Tax> found = table.Find(lines[i]);
            if (found.Count == 1)
            {
                lines[i].Tax = found[0].Name;
                lines[i].TaxRate = found[0].Rate;
            }
            else
            {
                string complaint = TaxChoice.Complaint(table._taxes, found, string.IsNullOrWhiteSpace(lines[i].Tax) ? null : lines[i].Tax, lines[i].TaxRate);
                errors.Add(new FieldError(lines.Count > 1 ? $"Line {i + 1} Tax" : "Tax", complaint));
            }
        }

        Rules.Throw(Rules.Name(invoice), errors);
    }

    private static Task<TaxTable> LoadAsync(ConnectorContext context, bool anew, CancellationToken cancel) =>
        context.Session.Cache.GetAsync(
            async () => new TaxTable(await context.Api.SendAsync(
                Operations.ListTaxes.Request(),
                reader => Envelope.ReadPage(reader, Maps.Tax, context.Own).Items,
                cancel).ConfigureAwait(false)),
            anew);

    /// <summary>Lists the taxes that a line can mean: those of the name, those of the rate, or the default where it has neither.</summary>
    private IReadOnlyList<Tax> Find(InvoiceLine line) => string.IsNullOrWhiteSpace(line.Tax) && line.TaxRate is null
        ? [.. _taxes.Where(tax => tax.IsDefault == true).Take(1)]
        : TaxChoice.Find(_taxes, line.Tax, line.TaxRate);
}
