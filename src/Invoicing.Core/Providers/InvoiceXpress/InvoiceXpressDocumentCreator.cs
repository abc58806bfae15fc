using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Makes and replaces drafts (docs/facts/invoicexpress.md#creation, #side-effects, #repeats, #updates), each once.</summary>
internal sealed class InvoiceXpressDocumentCreator(ConnectorContext context) : IInvoiceCreator, IUpdater<Invoice>
{
    /// <summary>
    /// New documents take about 2 s to appear in filtered lists, as others have seen (docs/facts/invoicexpress.md#paging).
    /// </summary>
    internal static readonly TimeSpan ListLag = TimeSpan.FromSeconds(2.5);

    /// <summary>Fields that no document has (docs/facts/invoicexpress.md#documents, #creation).</summary>
    private static readonly string[] OnNone =
    [
        nameof(Invoice.Number), nameof(Invoice.Surcharge), MissingFields.Line + nameof(InvoiceLine.SecondTax), MissingFields.Line + nameof(InvoiceLine.SecondTaxRate),
        MissingFields.Line + nameof(InvoiceLine.ItemId), MissingFields.Line + nameof(InvoiceLine.ItemCode), MissingFields.Line + nameof(InvoiceLine.WarehouseId),
        MissingFields.Line + nameof(InvoiceLine.AccountId),
    ];

    private static readonly MissingFields OnInvoices = new("InvoiceXpress", OnNone);

    /// <summary>Estimates and guides have fewer (docs/facts/invoicexpress.md#creation, official).</summary>
    private static readonly MissingFields OnOthers = new(
        "InvoiceXpress", [nameof(Invoice.GlobalDiscount), nameof(Invoice.Currency), nameof(Invoice.ExchangeRate), .. OnNone]);

    private readonly InvoiceXpressDocuments _documents = new(context);

    public async Task<PreparedChange<Invoice>> PrepareAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        Invoice own = item.Copy();
        MissingOn(own).Check(CommonRules.Name(own), own);
        await FillAsync(own, cancellationToken).ConfigureAwait(false);
        InvoiceTotals totals = Arithmetic.OrRefuse(CommonRules.Name(own), () => InvoiceXpressTotals.Of(own));
        return context.Prepared(own, MissingOn(own).LeftOut(CommonRules.Name(own), own), (ready, cancel) => SendAsync(ready, totals, cancel), totals: totals);
    }

    public async Task<PreparedChange<Invoice>> PrepareUpdateAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        Invoice own = item.Copy();
        MissingOn(own).Check(CommonRules.Name(own), own);
        InvoiceXpressRules.CheckReplacement(own);
        await FillAsync(own, cancellationToken).ConfigureAwait(false);
        InvoiceTotals totals = Arithmetic.OrRefuse(CommonRules.Name(own), () => InvoiceXpressTotals.Of(own));
        return context.Prepared(own, [.. MissingOn(own).LeftOut(CommonRules.Name(own), own), .. NewNumber(own)], ReplaceAsync, totals: totals);
    }

    public async Task<Invoice?> FindByReferenceAsync(InvoiceType type, string reference, CancellationToken cancellationToken = default)
    {
        var query = new InvoiceQuery { Types = [type], Reference = reference, IncludeArchived = true };
        Invoice? there = await FindAsync().ConfigureAwait(false);
        TimeSpan wait = there is not null || HasKey(type) ? TimeSpan.Zero : InDoubt.Remaining(context, IdempotentSender.LagAt(context, ListLag));
        if (wait > TimeSpan.Zero)
        {
            // A run that was killed may have made it a moment ago, and no key of the provider's guards against a second one.
            await context.Api.Endpoint.Clock.Delay(wait, cancellationToken).ConfigureAwait(false);
            there = await FindAsync().ConfigureAwait(false);
        }

        return there;

        async Task<Invoice?> FindAsync()
        {
            List<Invoice> found = await _documents.List(query).ToListAsync(cancellationToken).ConfigureAwait(false);
            return found.FirstOrDefault(invoice =>
                invoice.Reference == reference && invoice.State is not (InvoiceState.Canceled or InvoiceState.Deleted));
        }
    }

    /// <summary>Numbers are the provider's (docs/facts/invoicexpress.md#creation): one that the caller gives a draft is not sent.</summary>
    private static IReadOnlyList<LeftOutValue> NewNumber(Invoice item) => !item.IsNumberChanged ? [] :
    [
        new LeftOutValue(
            nameof(Invoice.Number),
            $"{CommonRules.Name(item)}: InvoiceXpress numbers documents itself when they are issued, so the number '{item.Number}' is left out. -Sequence chooses the series."),
    ];

    private async Task<Invoice> ReplaceAsync(Invoice ready, CancellationToken cancel)
    {
        JObject body = InvoiceXpressEnvelope.Wrap(DocumentType.Of(ready.Type).RequestRoot, Replacement.Content(ready));
        ApiRequest request = InvoiceXpressEndpoints.UpdateDocument.Request(body, DocumentType.PathOf(ready.Type), ready.Id ?? "");
        await context.Api.SendAsync(request, cancel).ConfigureAwait(false);
        return ready.Copy();
    }

    private static MissingFields MissingOn(Invoice invoice) => DocumentType.Of(invoice.Type).Family == Family.Invoice ? OnInvoices : OnOthers;

    private ListsInDoubt InDoubt => context.Session.Cache.Notes<ListsInDoubt>();

    /// <summary>Only the family of invoices takes the provider's own key (docs/facts/invoicexpress.md#repeats).</summary>
    private static bool HasKey(InvoiceType type) => DocumentType.Of(type).Family == Family.Invoice;

    private static string NewKey() => Guid.NewGuid().ToString();

    /// <summary>
    /// The same key for the same reference, whichever process asks: a run that was killed right after it sent a document leaves one that
    /// the lists do not show yet, and the next run gets that one instead of a second.
    /// </summary>
    private string KeyOf(Invoice item)
    {
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes($"{context.Session.Account.ToUpperInvariant()}|{item.Type}|{item.Reference}"));
        return new Guid(hash.Take(16).ToArray()).ToString();
    }

    /// <summary>The provider may remember a key for longer than its document has the reference, or is there at all.</summary>
    private static bool IsAnother(Invoice made, Invoice item) =>
        made.State is InvoiceState.Canceled or InvoiceState.Deleted || (made.Reference is { } reference && reference != item.Reference);

    /// <summary>
    /// Two keys guard against a second document. The provider's own (proprietary_uid, beside the document) makes a repetition harmless while
    /// it is remembered; nobody knows for how long (docs/facts/invoicexpress.md#repeats). The reference is on the document for ever and can be looked up.
    /// </summary>
    private async Task<Invoice> SendAsync(Invoice item, InvoiceTotals expected, CancellationToken cancel)
    {
        item.Reference = string.IsNullOrWhiteSpace(item.Reference) ? CommonRules.NewReference() : item.Reference;
        Invoice made = await SendOnceAsync(item, expected, cancel).ConfigureAwait(false);
        context.CompareTotal(made, item, expected);
        Replacement.Keep(made, item);
        return made;
    }

    private async Task<Invoice> SendOnceAsync(Invoice item, InvoiceTotals expected, CancellationToken cancel)
    {
        string key = item.ReferenceIsKey ? KeyOf(item) : NewKey();
        string? stranger = null;
        return await IdempotentSender.OrDoubtAsync(
            () => new IdempotentSender(context) { Lag = ListLag, IsHarmless = HasKey(item.Type) }.DoAsync(
                ChangeSubjects.Of(item, CommonRules.Name(item), expected.Total),
                SendUnderKeyAsync,
                () => FindMadeAsync(item, expected, cancel),
                cancel,
                ChangeSubjects.Getter(id => _documents.GetAsync(item.Type, id, cancel))),
            () => InDoubt.Begin(context)).ConfigureAwait(false);

        async Task<Invoice> SendUnderKeyAsync()
        {
            Invoice made = await SendAsync(item, key, cancel).ConfigureAwait(false);
            if (!item.ReferenceIsKey || !IsAnother(made, item))
            {
                return ChangeSubjects.Own(made, item, context);
            }

            if (made.Reference != item.Reference && made.Id != stranger)
            {
                // Perhaps the answer to another request. If the same comes again, the key belongs to that document.
                stranger = made.Id;
                return ChangeSubjects.Own(made, item, context);
            }

            key = NewKey();
            return ChangeSubjects.Own(await SendAsync(item, key, cancel).ConfigureAwait(false), item, context);
        }
    }

    private Task<Invoice> SendAsync(Invoice item, string key, CancellationToken cancel)
    {
        JObject body = InvoiceXpressEnvelope.Wrap(DocumentType.Of(item.Type).RequestRoot, InvoiceXpressMaps.Document.Write(item));
        if (HasKey(item.Type))
        {
            body["proprietary_uid"] = key;
        }

        return context.Api.SendAsync(InvoiceXpressEndpoints.CreateDocument.Request(body, DocumentType.PathOf(item.Type)), _documents.Read, cancel);
    }

    /// <summary>
    /// Only a draft that says the same is taken for the one whose answer was lost: a caller may have used a reference before.
    /// </summary>
    private async Task<Invoice?> FindMadeAsync(Invoice item, InvoiceTotals expected, CancellationToken cancel)
    {
        var query = new InvoiceQuery { Types = [item.Type], States = [InvoiceState.Draft], Reference = item.Reference };
        if (!HasKey(item.Type))
        {
            return await LostDocumentMatcher.FindAsync(_documents.List(query), item, expected.Total, cancel).ConfigureAwait(false);
        }

        List<Invoice> found = await _documents.List(query).ToListAsync(cancel).ConfigureAwait(false);
        return found.FirstOrDefault(made =>
            made.Reference == item.Reference && made.Date == item.Date && made.ClientName == item.ClientName && made.Total == expected.Total);
    }

    private async Task FillAsync(Invoice item, CancellationToken cancel)
    {
        // A time of day is not sent, and it must neither make a day end before itself nor hide a document that is looked for.
        item.Date = (item.Date ?? LisbonTime.Today(context.Api.Endpoint.Clock.Now)).Date;
        item.DueDate = (item.DueDate ?? Arithmetic.OrRefuse(
            CommonRules.Name(item), () => item.Date.Value + (item.DueAfter ?? TimeSpan.FromDays(item.Client?.PaymentDays ?? 0)), Arithmetic.NoSuchDay)).Date;
        foreach (InvoiceLine line in item.Lines)
        {
            // The provider wants a description, though it was seen to do without (docs/facts/invoicexpress.md#creation).
            line.Description ??= line.Name;
        }

        if (item.Lines.Count > 0)
        {
            await InvoiceXpressTaxTable.ResolveAsync(context, item, cancel).ConfigureAwait(false);
        }

        InvoiceXpressRules.Check(item);
        await new Sequences(context).ResolveAsync(item, cancel).ConfigureAwait(false);
    }
}
