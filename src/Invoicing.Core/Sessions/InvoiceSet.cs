using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>
/// Documents of an account: invoices, credit notes, quotes, guides. A set remembers the clients and items that it looked up; take a new
/// one (<c>session.Invoices</c>) for each run.
/// </summary>
public sealed class InvoiceSet : RecordList<Invoice>
{
    private readonly InvoicePreparation _preparation;

    internal InvoiceSet(AccountRecords account)
        : base(account) => _preparation = new InvoicePreparation(account);

    private IInvoiceReader Reader => Account.Use<IInvoiceReader>();

    /// <summary>Gets one document whose type is known, which may save requests.</summary>
    /// <param name="type">Type.</param>
    /// <param name="id">The provider's identifier.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The document with everything that the provider tells of it.</returns>
    public Task<Invoice> GetAsync(InvoiceType type, string id, CancellationToken cancellationToken = default) =>
        Reader.GetAsync(type, id, cancellationToken);

    /// <summary>Finds a document by its number.</summary>
    /// <param name="codeOrName">The number with its series, such as <c>FT 2026/14</c>.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The document, or <c>null</c>.</returns>
    /// <exception cref="InvoicingException">Documents of several types have it (<see cref="ErrorKind.InvalidInput"/>).</exception>
    public override async Task<Invoice?> FindAsync(string codeOrName, CancellationToken cancellationToken = default) =>
        OnlyOne(codeOrName, await Reader.FindByNumberAsync(codeOrName, [], cancellationToken).ConfigureAwait(false));

    /// <summary>Finds a document of a type by its number.</summary>
    /// <param name="type">Type.</param>
    /// <param name="number">The number with its series, such as <c>2026/14</c>.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The document, or <c>null</c>.</returns>
    public async Task<Invoice?> FindAsync(InvoiceType type, string number, CancellationToken cancellationToken = default) =>
        OnlyOne(number, await Reader.FindByNumberAsync(number, [type], cancellationToken).ConfigureAwait(false));

    /// <summary>Finds a document by the caller's own key.</summary>
    /// <param name="type">Type.</param>
    /// <param name="reference">The key.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The document, or <c>null</c>. Deleted and cancelled ones do not count.</returns>
    public Task<Invoice?> FindByReferenceAsync(InvoiceType type, string reference, CancellationToken cancellationToken = default) =>
        Account.Use<IInvoiceCreator>().FindByReferenceAsync(type, reference, cancellationToken);

    /// <summary>
    /// Waits for the tax authority's code of a guide (<see cref="Invoice.TransportCode"/>): the guide is read again and again until it has one.
    /// A document that gets none is read once: one that is no guide, a draft, a cancelled guide.
    /// </summary>
    /// <param name="invoice">The document; its type and identifier count. It is not written to.</param>
    /// <param name="poller">The wait: its limit, and the time between reads; ten minutes in all if <c>null</c>.</param>
    /// <param name="cancellationToken">Stops the waiting at once.</param>
    /// <returns>The document as it was read last.</returns>
    /// <exception cref="InvoicingException">There was no code in time (<see cref="ErrorKind.OperationTimeout"/>).</exception>
    public Task<Invoice> WaitForTransportCodeAsync(Invoice invoice, OperationPoller? poller = null, CancellationToken cancellationToken = default)
    {
        Invoice own = Account.Own(invoice);
        OperationPoller chosen = poller ?? new OperationPoller();
        int count = 0;
        return chosen.WaitAsync(
            Account.Owner.Clock,
            cancel =>
            {
                count++;
                return Reader.GetAsync(own.Type, own.Id!, cancel);
            },
            read => !read.AwaitsTransportCode,
            wait => wait,
            () => new InvoicingException(ErrorKind.OperationTimeout, FormattableString.Invariant(
                $"{own} had no code of the tax authority within {chosen.Timeout.TotalSeconds:0.###} seconds ({count} times read)."))
            {
                Advice = "Wait again later. Where no guide ever gets a code, look at the account's communication with the tax authority.",
            },
            cancellationToken);
    }

    /// <summary>
    /// Adds the documents of a period to a VAT summary. It costs the list of the documents, one request for each whose lines the list does not
    /// show, and one for the taxes.
    /// </summary>
    /// <param name="measurer">The summary.</param>
    /// <param name="period">The period.</param>
    /// <param name="progress">Hears the number of documents that were looked at.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>Completes when all documents are added.</returns>
    public async Task MeasureTaxAsync(
        TaxMeasurer measurer, TaxPeriod period, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        measurer.Add(await new TaxReader(Account, progress).ReadAsync(period, cancellationToken).ConfigureAwait(false));

    /// <summary>Adds documents to a VAT summary. Those that are incomplete are read first, one request each.</summary>
    /// <param name="measurer">The summary.</param>
    /// <param name="documents">The documents. They are not written to.</param>
    /// <param name="progress">Hears the number of documents that were looked at.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>Completes when all documents are added.</returns>
    public async Task MeasureTaxAsync(
        TaxMeasurer measurer, IReadOnlyList<Invoice> documents, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        measurer.Add(await new TaxReader(Account, progress).ReadAsync(documents, cancellationToken).ConfigureAwait(false));

    /// <summary>Prepares a new document: finds its client, items, taxes and series, checks it and computes the totals. Nothing is stored yet.</summary>
    /// <param name="invoice">
    /// The document. Its client is one that was read from this session, or a new object with the identifier, the code or the name. It is not
    /// written to.
    /// </param>
    /// <param name="options">Options.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the document as the provider stored it.</returns>
    /// <exception cref="InvoicingException">
    /// The document is not fit to be sent (<see cref="ErrorKind.InvalidInput"/>), or its client or an item does not exist
    /// (<see cref="ErrorKind.NotFound"/>).
    /// </exception>
    public async Task<InvoicePlan> PrepareAsync(
        Invoice invoice, InvoiceOptions? options = null, CancellationToken cancellationToken = default)
    {
        InvoiceOptions chosen = options ?? new InvoiceOptions();
        Invoice own = invoice.Copy();
        if (chosen.CorrectedInvoice is { } corrected)
        {
            own.CorrectedInvoiceId = (await IdentifyAsync(corrected, cancellationToken).ConfigureAwait(false)).Id;
        }

        return await _preparation.PrepareAsync(own, chosen, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Prepares a new draft with the client and the lines of a document, of the same type or of another one. Nothing is stored yet.</summary>
    /// <param name="invoice">The document; one of another session can be copied too. It is not written to.</param>
    /// <param name="options">Values in place of those of the document.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the copy as the provider stored it.</returns>
    public async Task<InvoicePlan> PrepareCopyAsync(
        Invoice invoice, CopyOptions? options = null, CancellationToken cancellationToken = default)
    {
        CopyOptions chosen = options ?? new CopyOptions();
        bool isForeign = Account.IsForeign(invoice);
        Invoice source = isForeign ? invoice.Copy() : await WholeAsync(Account.Own(invoice), cancellationToken).ConfigureAwait(false);
        Invoice copy = !isForeign && Account.Owner.Provider.Can(typeof(IInvoiceCopier))
            ? InvoiceCopies.Adapt(await Account.Use<IInvoiceCopier>().CopyAsync(source, cancellationToken).ConfigureAwait(false), chosen)
            : InvoiceCopies.Of(source, chosen, isForeign);
        return await _preparation.PrepareAsync(copy, new InvoiceOptions(), source, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Prepares a change of a document. Nothing is changed yet.</summary>
    /// <param name="invoice">The whole document as it shall be, with its identifier. It is not written to.</param>
    /// <param name="before">The document as the provider has it; it is read, which costs a request, if it is <c>null</c>.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the document as it was sent.</returns>
    public async Task<InvoicePlan> PrepareUpdateAsync(
        Invoice invoice, Invoice? before = null, CancellationToken cancellationToken = default)
    {
        IUpdater<Invoice> updater = Account.Use<IUpdater<Invoice>>();
        Invoice own = Account.Own(invoice);
        Invoice known = before ?? await Reader.GetAsync(own.Type, own.Id!, cancellationToken).ConfigureAwait(false);
        PreparedChange<Invoice> ready = await updater.PrepareUpdateAsync(own, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<FieldChange> changes = FieldChanges.Between(known, own);
        ready = await Losses.AddAsync(Account, ready, known, own, changes, cancellationToken).ConfigureAwait(false);
        return new InvoicePlan(ChangeAction.Change, "Change", Described(known), ready.SendAsync)
        {
            Changes = changes,
            LeftOut = ready.LeftOut,
            IsBinding = ready.IsBinding || known.State is InvoiceState.Final or InvoiceState.Settled or InvoiceState.SecondCopy,
            Lines = [.. ready.Record.Lines.Select(line => line.Copy())],
            Totals = ready.Record.Lines.Count > 0 ? ready.Totals : null,
        };
    }

    /// <summary>Prepares the deletion of a draft. Nothing is deleted yet.</summary>
    /// <param name="invoice">The draft; its type and identifier count. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives a copy of the draft that was deleted.</returns>
    public Task<ChangePlan<Invoice>> PrepareRemoveAsync(Invoice invoice, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Removal.Of(Account, Account.Use<IRemover<Invoice>>(), invoice));
    }

    /// <summary>Prepares to issue a draft: it gets its number and binds legally. One that was issued before needs nothing.</summary>
    /// <param name="invoice">The draft. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the issued document.</returns>
    public async Task<ChangePlan<Invoice>> PrepareCompleteAsync(Invoice invoice, CancellationToken cancellationToken = default)
    {
        Invoice own = await WholeAsync(Account.Own(invoice), cancellationToken).ConfigureAwait(false);
        return own.State is InvoiceState.Final or InvoiceState.Settled
            ? new ChangePlan<Invoice>(ChangeAction.Issue, "Issue", Described(own), _ => Task.FromResult(own.Copy())) { IsDone = true }
            : await PrepareAsync(ChangeAction.Issue, "Issue", own, InvoiceTransition.Finalized, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Prepares to move a document to another state. Nothing is changed yet.</summary>
    /// <param name="invoice">The document; its type and identifier count. It is not written to.</param>
    /// <param name="transition">The change.</param>
    /// <param name="reason">The reason; a cancellation needs it.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the document in its new state.</returns>
    /// <exception cref="InvoicingException">Documents of this type cannot become that at this provider.</exception>
    public Task<ChangePlan<Invoice>> PrepareStateAsync(
        Invoice invoice, InvoiceTransition transition, string? reason = null, CancellationToken cancellationToken = default) =>
        PrepareAsync(ChangeAction.ChangeState, $"Make it {transition}", Account.Own(invoice), transition, reason, cancellationToken);

    /// <summary>Prepares to send a document by e-mail. An e-mail is never sent again by itself.</summary>
    /// <param name="invoice">The document. It is not written to.</param>
    /// <param name="message">Recipients and text; the client's address and the provider's text if <c>null</c>. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives a copy of the document.</returns>
    public async Task<ChangePlan<Invoice>> PrepareSendAsync(
        Invoice invoice, EmailMessage? message = null, CancellationToken cancellationToken = default)
    {
        IInvoiceMailer mailer = Account.Use<IInvoiceMailer>();
        Invoice own = Account.Own(invoice);
        PreparedChange<EmailMessage> ready = await mailer.PrepareMailAsync(own, message ?? new EmailMessage(), cancellationToken).ConfigureAwait(false);
        InvoiceJournal journal = Account.Owner.GetJournal();
        bool isMarked = own.SentDate is not null && message?.To is null;
        if (ready.Record.SkipIfSent && (isMarked || journal.HasSent(own, ready.Record)))
        {
            return new ChangePlan<Invoice>(ChangeAction.Send, "Send by e-mail", $"{own} in session '{Account.Owner}'", _ => Task.FromResult(own)) { IsDone = true };
        }

        string recipient = ready.Record.To ?? own.Client?.Email ?? $"the address of '{own.ClientName}'";
        string doubt = own.IsExisting && !journal.HasMade(own) ? " (it is not known here whether it was sent before)" : "";
        return new ChangePlan<Invoice>(
            ChangeAction.Send, "Send by e-mail", $"{own} in session '{Account.Owner}' to {recipient}{doubt}", async cancel =>
            {
                await ready.SendAsync(cancel).ConfigureAwait(false);
                return own;
            })
        {
            IsBinding = true,
        };
    }

    /// <summary>The document with its lines and sums, which lists may leave out.</summary>
    private async Task<Invoice> WholeAsync(Invoice own, CancellationToken cancel) =>
        own.IsPartial ? await Reader.GetAsync(own.Type, own.Id!, cancel).ConfigureAwait(false) : own;

    private async Task<ChangePlan<Invoice>> PrepareAsync(
        ChangeAction action, string verb, Invoice own, InvoiceTransition transition, string? reason, CancellationToken cancel)
    {
        PreparedChange<Invoice> ready = await Account.Use<IStateChanger>().PrepareStateAsync(own, transition, reason, cancel).ConfigureAwait(false);
        return new ChangePlan<Invoice>(action, verb, Described(own), ready.SendAsync)
        {
            IsBinding = ready.IsBinding,
            Cautions = action == ChangeAction.Issue ? await DateCautions.AllAsync(Account, own, cancel).ConfigureAwait(false) : [],
        };
    }

    private string Described(Invoice invoice)
    {
        string client = invoice.ClientName is { } name ? $" for '{name}'" : "";
        string total = invoice.Total is { } sum ? FormattableString.Invariant($" over {sum:0.00}") : "";
        return $"{invoice}{client}{total} in session '{Account.Owner}'";
    }

    /// <summary>The document that an object names: its identifier counts if it is of this session, else its number or its reference.</summary>
    private async Task<Invoice> IdentifyAsync(Invoice named, CancellationToken cancel)
    {
        if (named.Id is not null && !Account.IsForeign(named))
        {
            return named;
        }

        Invoice? found = null;
        if (named.Number is { } number)
        {
            IReadOnlyList<Invoice> numbered = await Reader.FindByNumberAsync(number, [], cancel).ConfigureAwait(false);
            Invoice[] typed = [.. numbered.Where(one => one.Type == named.Type)];
            found = OnlyOne(number, typed.Length == 1 ? typed : numbered);
        }
        else if (named.Reference is { } reference)
        {
            found = await FindByReferenceAsync(named.Type, reference, cancel).ConfigureAwait(false);
        }

        return found ?? throw new InvoicingException(
            ErrorKind.NotFound, $"There is no document with the number or reference '{named.Number ?? named.Reference}' to correct.");
    }
}
