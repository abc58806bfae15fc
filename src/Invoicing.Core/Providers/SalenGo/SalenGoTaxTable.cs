using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// Gives each line name and rate of its taxes: lines carry both (docs/facts/salengo.md#invoices), and people give one. The account's taxes
/// are read once a session, and only if they are needed.
/// </summary>
internal static class SalenGoTaxTable
{
    public static async Task ResolveAsync(ConnectorContext context, string what, IList<InvoiceLine> lines, CancellationToken cancel)
    {
        LineTaxes.DropOldRates(lines);
        Complaints.Throw(what, [.. Contradictions(lines)]);
        SayUntaxed(context, what, lines);
        if (lines.All(line => line.Tax is null == line.TaxRate is null && line.SecondTax is null == line.SecondTaxRate is null))
        {
            return;
        }

        AccountTaxes taxes = await AccountTaxes.GetAsync(
            context,
            async () => await new SalenGoTaxes(context).List(new ListQuery()).ToListAsync(cancel).ConfigureAwait(false),
            all => Resolve([.. lines.Select(line => line.Copy())], all).Count == 0).ConfigureAwait(false);
        Complaints.Throw(what, Resolve(lines, taxes.All));
    }

    private static IEnumerable<FieldError> Contradictions(IList<InvoiceLine> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            string place = Complaints.PlaceOf(lines, i);
            if (LineTaxes.Contradiction(lines[i].Tax, lines[i].TaxRate) is { } first)
            {
                yield return new FieldError(place + nameof(InvoiceLine.Tax), first);
            }

            if (LineTaxes.Contradiction(lines[i].SecondTax, lines[i].SecondTaxRate) is { } second)
            {
                yield return new FieldError(place + nameof(InvoiceLine.SecondTax), second);
            }
        }
    }

    /// <summary>An account has no default tax (docs/facts/salengo.md#items-taxes-categories): a line without one is not taxed, which is not guessed from silence.</summary>
    private static void SayUntaxed(ConnectorContext context, string what, IList<InvoiceLine> lines)
    {
        string[] untaxed = [.. lines.Select((line, index) => (line, Number: (index + 1).ToString(CultureInfo.InvariantCulture)))
            .Where(row => row.line is { IsRead: false, Tax: null, TaxRate: null, SecondTax: null, SecondTaxRate: null or < 0 })
            .Select(row => row.Number)];
        if (untaxed.Length > 0)
        {
            context.Api.Observer?.OnWarning(
                $"{what}: line {string.Join(", ", untaxed)} has no tax, and SalenGo has no default: it is not taxed. Give -Tax, or -Tax 0 to say so.");
        }
    }

    private static List<FieldError> Resolve(IList<InvoiceLine> lines, IReadOnlyList<Tax> taxes)
    {
        var errors = new List<FieldError>();
        for (int i = 0; i < lines.Count; i++)
        {
            string place = Complaints.PlaceOf(lines, i);
            InvoiceLine line = lines[i];
            (line.Tax, line.TaxRate) = Find(line.Tax, line.TaxRate, place + nameof(InvoiceLine.Tax), taxes, errors);
            (line.SecondTax, line.SecondTaxRate) = Find(line.SecondTax, line.SecondTaxRate, place + nameof(InvoiceLine.SecondTax), taxes, errors);
        }

        return errors;
    }

    private static (string? Name, decimal? Rate) Find(
        string? name, decimal? rate, string place, IReadOnlyList<Tax> taxes, List<FieldError> errors)
    {
        if (name is null == rate is null)
        {
            return (name, rate);
        }

        IReadOnlyList<Tax> found = TaxChoice.Find(taxes, name, rate);
        if (found.Count == 1)
        {
            return (found[0].Name, found[0].Rate);
        }

        if (found.Count == 0 && (name is null ? rate : TaxChoice.Rate(name)) == 0)
        {
            // No tax, said in plain words.
            return (null, rate);
        }

        errors.Add(new FieldError(place, $"{TaxChoice.Complaint(taxes, found, name, rate)}. With name and rate together any tax can be given"));
        return (name, rate);
    }
}
