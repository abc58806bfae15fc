using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// Makes invoices out of the provider's own template (docs/facts/facturagem.md#operations, #invoices, #totals, #numbers).
/// </summary>
internal sealed class InvoiceCreator(Caller caller) : IInvoiceCreator, IInvoiceCopier, IReferenceDoubt
{
    private readonly FacturagemInvoices _invoices = new(caller);

    /// <summary>A reference stands only in whole invoices, so each is got once a session.</summary>
    private ReferenceIndex<Invoice> Index => caller.Context.Session.Cache.Get(
        () => new ReferenceIndex<Invoice>(invoice => invoice.Reference, TimeSpan.FromMinutes(5)));

    /// <summary>There are no drafts: an invoice that is created is issued.</summary>
    public async Task<PreparedChange<Invoice>> PrepareAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        Invoice own = item.Copy();
        Filling filling = await FillAsync(own, cancellationToken).ConfigureAwait(false);
        FacturagemRules.Check(own, InvoiceParts.HasLineTaxes(caller), caller.Maps.Invoice);
        FacturagemInvoices.Missing.Check(FacturagemRules.Name(own), own);
        InvoiceRates.WarnOfSurcharge(caller.Context, own);
        InvoiceTotals totals = Arithmetic.OrRefuse(FacturagemRules.Name(own), () => FacturagemTotals.Of(own));
        return caller.Context.Prepared(own, FacturagemInvoices.Missing.LeftOut(FacturagemRules.Name(own), own), (ready, cancel) => SendAsync(ready, filling, totals, cancel), isBinding: true, totals);
    }

    public async Task<Invoice?> FindByReferenceAsync(InvoiceType type, string reference, CancellationToken cancellationToken = default)
    {
        Invoice? found = await CachedIdReader.GetAsync(
            () => Index.FindAsync(
                reference, _ => _invoices.ListWhole(null, summary => !Index.Knows(summary)), caller.Context.Api.Endpoint.Clock, cancellationToken),
            id => _invoices.GetAsync(id, cancellationToken),
            id =>
            {
                Index.Doubt(reference);
                Index.Forget(reference, id);
            }).ConfigureAwait(false);
        return found?.Reference == reference ? found : null;
    }

    public void Doubt(InvoiceType type, string reference) => Index.Doubt(reference);

    /// <summary>The provider's own copy, without number and date (docs/facts/facturagem.md#operations, official).</summary>
    public async Task<Invoice> CopyAsync(Invoice invoice, CancellationToken cancellationToken = default)
    {
        Invoice copy = await TemplateAsync(FacturagemMaps.InvoiceId, invoice.Id, cancellationToken).ConfigureAwait(false);
        copy.Id = null;
        copy.Links = null;
        copy.Reference = null;
        copy.State = InvoiceState.Unknown;
        copy.Client ??= invoice.Client;

        // The day that the original was due is none for a copy of today.
        copy.DueDate = null;
        copy.DueAfter = invoice.DueDate - invoice.Date;
        copy.IsPrefilled = true;
        return copy;
    }

    /// <summary>
    /// Values that the caller left open are as the provider fills them in: date, rates, the client's discount, the standing texts. The number is the
    /// caller's, else the one that the template proposes, else it is left to the provider (docs/facts/facturagem.md#numbers, assumption).
    /// </summary>
    private async Task<Filling> FillAsync(Invoice item, CancellationToken cancel)
    {
        Invoice template = await TemplateAsync(FacturagemMaps.ClientId, item.Client?.Id, cancel).ConfigureAwait(false);
        var filling = new Filling { ProposedNumber = item.Number is null ? template.Number : null };
        item.Number ??= template.Number;
        item.Date ??= template.Date ?? caller.Context.Api.Endpoint.Clock.Now.Date;
        if (!item.IsPrefilled)
        {
            Fill(item, template, filling.Fields);
        }

        item.DueDate ??= Arithmetic.OrRefuse(
            FacturagemRules.Name(item),
            () => item.Date + (item.DueAfter ?? (item.Client?.PaymentDays is { } days ? TimeSpan.FromDays(days) : null)),
            Arithmetic.NoSuchDay);
        InvoiceRates.Spread(item);
        return filling;
    }

    private static void Fill(Invoice item, Invoice template, ICollection<string> fields)
    {
        InvoiceRates.Spread(item, template.TaxRate);
        item.DueDate ??= template.DueDate;
        item.Withholding ??= template.Withholding;
        item.Surcharge ??= template.Surcharge;
        item.Notes ??= template.Notes;
        if (item.GlobalDiscount is null && template.GlobalDiscount is { } discount)
        {
            item.GlobalDiscount = discount;
            item.GlobalDiscountType = "percentage";
        }

        foreach (KeyValuePair<string, object?> field in template.Extra)
        {
            bool isValue = field.Value is string { Length: > 0 } or decimal or long or bool;
            if (isValue && !item.Extra.ContainsKey(field.Key) && !field.Key.StartsWith(FacturagemMaps.AccountPart, StringComparison.OrdinalIgnoreCase))
            {
                item.Extra[field.Key] = field.Value;
                fields.Add(field.Key);
            }
        }
    }

    private async Task<Invoice> SendAsync(Invoice item, Filling filling, InvoiceTotals expected, CancellationToken cancel)
    {
        Invoice made = await IdempotentSender.OrDoubtAsync(
            () => item.Number is not { } number || number != filling.ProposedNumber
                ? SendOnceAsync(item, filling, expected, cancel)
                : caller.Context.Session.Cache.Notes<NumberTurn>().TakeAsync(
                    number,
                    async () => (await TemplateAsync(FacturagemMaps.ClientId, item.Client?.Id, cancel).ConfigureAwait(false)).Number,
                    taken =>
                    {
                        item.Number = taken;
                        return SendOnceAsync(item, filling, expected, cancel);
                    },
                    cancel),
            () =>
            {
                if (item.Reference is not null)
                {
                    Index.Doubt(item.Reference);
                }
            }).ConfigureAwait(false);
        Index.Add(made);
        Compare(made, item, expected);
        return made;
    }

    private async Task<Invoice> TemplateAsync(string parameter, string? id, CancellationToken cancel)
    {
        ApiRequest request = (await caller.RequestAsync(FacturagemEndpoints.GetInvoiceTemplate, cancel).ConfigureAwait(false)).With(parameter, id);
        return await _invoices.SendAsync(caller.SendAsync(request, _invoices.ReadInvoice, cancel), cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Nobody else has the number that is sent (docs/facts/facturagem.md#invoices, seen). Without it and a reference there is nothing to
    /// find the invoice by.
    /// </summary>
    private Task<Invoice> SendOnceAsync(Invoice item, Filling filling, InvoiceTotals expected, CancellationToken cancel) => new IdempotentSender(caller.Context).DoAsync(
        ChangeSubjects.Of(item, FacturagemRules.Name(item), expected.Total),
        () => SendOrFindAsync(item, filling, expected, cancel),
        (item.Number ?? item.Reference) is null ? null : () => FindMadeAsync(item, expected, cancel),
        cancel,
        ChangeSubjects.Getter(id => _invoices.GetAsync(id, cancel)),
        () => LostDocumentMatcher.FindAsync(_invoices.ListWhole(item.ClientId, summary => !Index.Knows(summary)), item, expected.Total, cancel));

    /// <summary>
    /// A number may be taken by the invoice itself: something between us and the provider may have delivered the request twice. Another
    /// number would make a second one.
    /// </summary>
    private async Task<Invoice> SendOrFindAsync(Invoice item, Filling filling, InvoiceTotals expected, CancellationToken cancel)
    {
        try
        {
            return ChangeSubjects.Own(await SendAsync(item, filling, cancel).ConfigureAwait(false), item, caller.Context);
        }
        catch (ProviderException taken) when (NumberTurn.IsTaken(taken) && item.Reference is not null)
        {
            if (await FindMadeAsync(item, expected, cancel).ConfigureAwait(false) is { } own)
            {
                return own;
            }

            throw;
        }
    }

    private Task<Invoice> SendAsync(Invoice item, Filling filling, CancellationToken cancel) => _invoices.SendAsync(
        caller.ChangeAsync(
            FieldOwner.Invoice,
            FieldOperation.Create,
            () => caller.RequestAsync(FacturagemEndpoints.Invoices.Create!, cancel),

            // The template shows more than the operation takes.
            () => Task.FromResult(
                caller.Known.WithoutRefused(InvoiceParts.Write(caller, item), FieldOwner.Invoice, FieldOperation.Create, filling.Fields)),
            _invoices.ReadInvoice,
            cancel),
        cancel);

    /// <summary>
    /// Only an invoice that says the same is taken for the one whose answer was lost. It has the number that was sent, or the provider gave
    /// it one.
    /// </summary>
    private Task<Invoice?> FindMadeAsync(Invoice item, InvoiceTotals expected, CancellationToken cancel)
    {
        Listing<Invoice> listing = _invoices.ListWhole(item.ClientId, summary => item.Number is null
            ? !Index.Knows(summary)
            : summary.Number is null || string.Equals(summary.Number, item.Number, StringComparison.OrdinalIgnoreCase));
        return LostDocumentMatcher.FindAsync(listing, item, expected.Total, cancel);
    }

    /// <summary>The arithmetic is the ancestor's; where the provider's is another, the caller shall hear of it.</summary>
    private void Compare(Invoice made, Invoice item, InvoiceTotals expected)
    {
        if (made.Total is { } total && total != expected.Total)
        {
            caller.Context.Api.Observer?.OnWarning(FormattableString.Invariant(
                $"{FacturagemRules.Name(item)}: the provider's total is {total:0.00}, ours was {expected.Total:0.00} ({expected})."));
        }
    }

    /// <summary>The values of an invoice that are the template's.</summary>
    private sealed class Filling
    {
        public string? ProposedNumber { get; init; }

        public HashSet<string> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
