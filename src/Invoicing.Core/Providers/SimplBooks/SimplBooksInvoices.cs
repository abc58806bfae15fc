using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Invoicing.Journal;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>The common part of invoices and price offers: both are documents to us.</summary>
internal abstract class SalesDocuments(ConnectorContext context, RecordEndpoints endpoints, FieldMap<Invoice> frame) :
    SimplBooksResource<Invoice>(context, endpoints, frame)
{
    /// <summary>Fields that no document has (docs/facts/simplbooks.md#invoices, #price-offers).</summary>
    private static readonly string[] OnNone =
    [
        nameof(Invoice.Surcharge), nameof(Invoice.TaxExemption), nameof(Invoice.Sequence), nameof(Invoice.SequenceId),
        MissingFields.Line + nameof(InvoiceLine.SecondTax), MissingFields.Line + nameof(InvoiceLine.SecondTaxRate),
    ];

    private static readonly MissingFields OnInvoices = new("SimplBooks", OnNone);

    private static readonly MissingFields OnQuotes = new("SimplBooks", [nameof(Invoice.CorrectedInvoiceId), MissingFields.Line + nameof(InvoiceLine.AccountId), .. OnNone]);

    protected override bool ListsAreShort => true;

    public abstract Listing<Invoice> List(InvoiceQuery query);

    /// <summary>The client need not be there yet: a document that is refused shall leave no new client behind.</summary>
    public override async Task<PreparedChange<Invoice>> PrepareAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        Invoice own = await FillCopyAsync(item, isNew: true, cancellationToken).ConfigureAwait(false);
        MissingOn(own).Check(CommonRules.Name(own), own);
        SimplBooksRules.Check(own, clientIsThere: false);
        InvoiceTotals totals = Arithmetic.OrRefuse(CommonRules.Name(own), () => SimplBooksTotals.Of(own));
        return Context.Prepared(own, LeftOut(own, isNew: true), (ready, cancel) => SendAsync(ready, totals, cancel), IssuesAtOnce(own), totals);
    }

    public override async Task<PreparedChange<Invoice>> PrepareUpdateAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        Invoice own = await FillCopyAsync(item, isNew: false, cancellationToken).ConfigureAwait(false);
        MissingOn(own).Check(CommonRules.Name(own), own);
        InvoiceTotals? totals = own.Lines.Count > 0 ? Arithmetic.OrRefuse(CommonRules.Name(own), () => SimplBooksTotals.Of(own)) : null;
        return Context.Prepared(own, LostProjects(own), SendUpdateAsync, IssuesAtOnce(own), totals);
    }

    /// <summary>
    /// The rows of an answer do not show their projects, and a change sends the rows (docs/facts/simplbooks.md#invoices): whoever has projects
    /// on rows must hear of it before.
    /// </summary>
    private static IReadOnlyList<LeftOutValue> LostProjects(Invoice own) => own.Lines.All(line => line.HasExtra && line.Extra.ContainsKey(Frames.Projects))
        ? []
        :
        [
            new LeftOutValue(
                Frames.Projects,
                $"{CommonRules.Name(own)}: SimplBooks does not tell the project codes of rows, so those of the rows may be lost by this change. Give them again in Extra['{Frames.Projects}'] of the lines."),
        ];

    protected override async Task FillAsync(Invoice item, bool isNew, CancellationToken cancel)
    {
        if (item.Id is null)
        {
            // There is one number, the caller's own where one is given (docs/facts/simplbooks.md#invoices, official).
            item.Reference ??= item.Number;
            Complaints.Throw(CommonRules.Name(item), item.Number is null || item.Number == item.Reference
                ? []
                : [new FieldError(nameof(Invoice.Number), $"'{item.Number}' and the reference '{item.Reference}' would both be the number at SimplBooks: give one")]);
            item.Date ??= Context.Today;
            item.DueDate ??= Arithmetic.OrRefuse(CommonRules.Name(item), () => item.Date + item.DueAfter, Arithmetic.NoSuchDay);
        }
        else
        {
            Renumber(item);
        }

        Complaints.Throw(CommonRules.Name(item), [.. CommonRules.Reference(item, Frame)]);

        await SimplBooksTaxTable.ResolveAsync(Context, CommonRules.Name(item), [.. item.Lines], isPurchase: false, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Number and reference of the model are the one number of the document: the one that was changed is sent, and where both were, they must be
    /// the same.
    /// </summary>
    private static void Renumber(Invoice item)
    {
        bool isReferenceChanged = item.Reference is not null && item.Reference != item.AsRead?.Number;
        if (item.IsNumberChanged && isReferenceChanged && item.Number != item.Reference)
        {
            throw InvoicingException.InvalidInput(CommonRules.Name(item), [new FieldError(
                nameof(Invoice.Number), $"'{item.Number}' and the reference '{item.Reference}' would both be the number at SimplBooks: change one of them")]);
        }

        item.Reference = item.IsNumberChanged ? item.Number : item.Reference;
        item.Number = item.Reference;
    }

    /// <summary>
    /// With a number of the caller's, what was made can be found again; automatic numbers are not known before. It must say the same: a
    /// caller may have used a number before.
    /// </summary>
    protected override Func<Task<Invoice?>>? LookUp(Invoice item, CancellationToken cancel)
    {
        // The provider is asked for the number alone: a filter that it reads in another way would hide what was made.
        var query = new InvoiceQuery { Types = [item.Type], Reference = item.Reference };
        return item.Reference is null ? null : () => LostDocumentMatcher.FindAsync(List(query), item, SimplBooksTotals.Of(item).Total, cancel);
    }

    protected override string Words(Invoice item) => CommonRules.Name(item);

    /// <summary>The rounding is that of the rows before the change: the provider computes it anew.</summary>
    protected override JObject Body(Invoice item, bool withRowIds)
    {
        JObject body = base.Body(item, withRowIds);
        if (item is { Id: not null, Lines.Count: > 0 })
        {
            (body.First?.First as JObject)?.Remove("rounding");
        }

        return body;
    }

    protected override ChangeSubject Subject(Invoice item) => ChangeSubjects.Of(item, Words(item), SimplBooksTotals.Of(item).Total);

    protected override Func<string, Task<Invoice?>>? GetBefore(Invoice item, CancellationToken cancel) =>
        ChangeSubjects.Getter(id => GetAsync(id, cancel));

    /// <summary>
    /// The answer holds an identifier and nothing else, and it may be the answer to another request. So the document is read: it must have
    /// the number that was sent. Without one there is nothing to compare.
    /// </summary>
    protected override async Task BelieveAsync(string id, Invoice sent, CancellationToken cancel)
    {
        if (sent.Reference is null)
        {
            return;
        }

        try
        {
            ChangeSubjects.Own(await GetAsync(id, cancel).ConfigureAwait(false), sent, Context);
        }
        catch (InvoicingException unread) when (unread.Kind != ErrorKind.OutcomeUnknown)
        {
            throw new ProviderException(
                ErrorKind.OutcomeUnknown, $"SimplBooks gave the identifier {id}, but the document could not be read: {unread.Message.TrimEnd('.')}", unread)
            {
                Provider = Context.Session.Provider.Name,
            };
        }
    }

    protected override void Finish(Invoice record)
    {
        record.Number = record.Reference;
        record.State = record.PaidDate is null ? InvoiceState.Final : InvoiceState.Settled;
    }

    /// <summary>The number goes as the reference.</summary>
    public override IReadOnlyList<LeftOutValue> LeftOut(Invoice item, bool isNew) =>
    [
        .. base.LeftOut(item, isNew).Where(value => value.Field is not (nameof(Invoice.Number) or nameof(Invoice.Sequence) or nameof(Invoice.SequenceId) or nameof(Invoice.TaxExemption) or nameof(Invoice.CorrectedInvoiceId))),
        .. MissingOn(item).LeftOut(CommonRules.Name(item), item),
    ];

    private static MissingFields MissingOn(Invoice item) => item.Type == InvoiceType.Quote ? OnQuotes : OnInvoices;

    /// <summary>There are no drafts. Quotes and proformas bind nobody.</summary>
    private static bool IssuesAtOnce(Invoice item) => item.Type is InvoiceType.Invoice or InvoiceType.CreditNote;

    private async Task<Invoice> SendAsync(Invoice item, InvoiceTotals totals, CancellationToken cancel)
    {
        SimplBooksRules.Check(item, clientIsThere: true);
        if (item.Type == InvoiceType.CreditNote && totals.Total > 0)
        {
            Context.Api.Observer?.OnWarning(
                $"{CommonRules.Name(item)} has a total above 0. SimplBooks takes amounts as they are, and credit invoices have quantities below 0 there.");
        }

        return await SendNewAsync(item, Subject(item), cancel).ConfigureAwait(false);
    }
}

/// <summary>
/// Invoices, credit invoices and proformas: one list, told apart by two of their fields (docs/facts/simplbooks.md#invoices).
/// </summary>
internal sealed class SimplBooksInvoices(ConnectorContext context) :
    SalesDocuments(context, SimplBooksEndpoints.Invoices, Frames.Invoice)
{
    protected override bool KeepsRowIds => true;

    public override Listing<Invoice> List(InvoiceQuery query) => List(
        [
            ("client_id", Lists.Number(query.ClientId)),
            ("invoice_number", Lists.Text(query.Reference)),
            ("client_name", Lists.Text(query.Text)),
            ("created_from", Lists.Day(query.DateFrom, Lists.Estonian)),
            ("created_until", Lists.Day(query.DateTo, Lists.Estonian)),
        ],
        query.PageSize,
        query.Matches);

    /// <summary>The day of booking is that of the document unless the caller knows better [assumption].</summary>
    protected override async Task FillAsync(Invoice item, bool isNew, CancellationToken cancel)
    {
        await base.FillAsync(item, isNew, cancel).ConfigureAwait(false);
        if (item.Id is null && !item.Extra.ContainsKey("transaction_date"))
        {
            item.Extra["transaction_date"] = item.Date?.ToString(Lists.Iso, CultureInfo.InvariantCulture);
        }
    }

    protected override void Finish(Invoice record)
    {
        base.Finish(record);
        if (record.CorrectedInvoiceId is not null)
        {
            record.Type = InvoiceType.CreditNote;
        }
    }
}

/// <summary>Price offers (docs/facts/simplbooks.md#price-offers).</summary>
internal sealed class Quotes(ConnectorContext context) :
    SalesDocuments(context, SimplBooksEndpoints.Quotes, Frames.Quote)
{
    protected override bool KeepsRowIds => Context.Session.Setting(nameof(RowIds)) == RowIds.All;

    public override Listing<Invoice> List(InvoiceQuery query) => List(
        [
            ("client_id", Lists.Number(query.ClientId)),
            ("number", Lists.Text(query.Reference)),
            ("client_name", Lists.Text(query.Text)),
            ("created_from", Lists.Day(query.DateFrom, Lists.Estonian)),
            ("created_until", Lists.Day(query.DateTo, Lists.Estonian)),
        ],
        query.PageSize,
        query.Matches);

    protected override void Finish(Invoice record)
    {
        base.Finish(record);
        record.Type = InvoiceType.Quote;
        if (record.Extra.TryGetValue("cancelled", out object? day) && day is string text && text.Length > 0 && text[0] != '0')
        {
            record.State = InvoiceState.Canceled;
        }
    }
}
