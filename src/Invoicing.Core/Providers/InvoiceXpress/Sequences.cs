using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Series (docs/facts/invoicexpress.md#series).</summary>
internal sealed class Sequences(ConnectorContext context) :
    InvoiceXpressResource<Sequence>(context, "sequence", InvoiceXpressMaps.Sequence, InvoiceXpressEndpoints.Sequences),
    IReader<Sequence>, ICreator<Sequence>, ISequenceKeeper
{
    private const string Prefix = "current_";

    /// <summary>
    /// The time that the counters of a new series may take to appear, and how often they are looked for
    /// (docs/facts/invoicexpress.md#series-operations, seen).
    /// </summary>
    private static readonly TimeSpan CounterPause = TimeSpan.FromSeconds(1);
    private const int CounterLooks = 5;

    public async Task<Sequence> RegisterAsync(Sequence sequence, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Sequence> registered = await SequenceFaults.ExplainAsync(
            SequenceFaults.OfRegister,
            () => Context.Api.SendAsync(
                InvoiceXpressEndpoints.RegisterSequence.Request(null, sequence.Id ?? ""),
                reader => InvoiceXpressEnvelope.ReadPage(reader, InvoiceXpressMaps.Sequence, Finish).Items,
                cancellationToken)).ConfigureAwait(false);
        return registered.FirstOrDefault(one => one.Id == sequence.Id) ?? await GetAsync(sequence.Id!, cancellationToken).ConfigureAwait(false);
    }

    public Task SetDefaultAsync(Sequence sequence, CancellationToken cancellationToken = default) =>
        Context.Api.SendAsync(InvoiceXpressEndpoints.SetDefaultSequence.Request(null, sequence.Id ?? ""), cancellationToken);

    /// <summary>
    /// Gives a document the identifier of its series' counter for its type: any other one is refused as belonging to another type
    /// (docs/facts/invoicexpress.md#series).
    /// </summary>
    public async Task ResolveAsync(Invoice invoice, CancellationToken cancel)
    {
        if (invoice.Sequence is null || invoice.SequenceId is not null)
        {
            return;
        }

        IReadOnlyList<Sequence> known = await LoadAsync(anew: false, cancel).ConfigureAwait(false);
        if (Find(known, invoice) is null)
        {
            known = await LoadAsync(anew: true, cancel).ConfigureAwait(false);
        }

        invoice.SequenceId = Find(known, invoice)?.Id ?? throw InvoicingException.InvalidInput(
            CommonRules.Name(invoice),
            [new FieldError("Sequence", $"the account has no series '{invoice.Sequence}' for {invoice.Type}; it has {string.Join(", ", known.Select(one => one.Name))}")]);
    }

    public override async Task<Sequence> SendNewAsync(Sequence item, CancellationToken cancel)
    {
        Sequence made = await SequenceFaults.ExplainAsync(SequenceFaults.OfCreate, () => base.SendNewAsync(item, cancel)).ConfigureAwait(false);
        for (int look = 0; made.Counters.Count == 0 && look < CounterLooks; look++)
        {
            await Context.Api.Endpoint.Clock.Delay(CounterPause, cancel).ConfigureAwait(false);
            made = await LookUp(item, cancel)().ConfigureAwait(false) ?? made;
        }

        return made;
    }

    protected override Sequence Finish(Sequence item)
    {
        item.Counters = InvoiceXpressVocabulary.Counters.Select(row => CounterOf(item, row.Key, Prefix + row.Value)).OfType<SequenceCounter>().ToArray();
        return base.Finish(item);
    }

    private static SequenceCounter? Find(IReadOnlyList<Sequence> sequences, Invoice invoice) => sequences
        .FirstOrDefault(one => string.Equals(one.Name, invoice.Sequence, StringComparison.OrdinalIgnoreCase))?.For(invoice.Type);

    private static SequenceCounter? CounterOf(Sequence sequence, InvoiceType type, string name)
    {
        string? id = Take($"{name}_sequence_id");
        string? number = Take($"{name}_number");
        string? code = Take($"{name}_validation_code");
        return id is null ? null : new SequenceCounter
        {
            Type = type,
            Id = id,
            Number = long.TryParse(number, out long last) ? last : null,
            ValidationCode = code,
        };

        string? Take(string field)
        {
            string? text = sequence.Extra.TryGetValue(field, out object? value) ? Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) : null;
            sequence.Extra.Remove(field);
            return text;
        }
    }

    private async Task<IReadOnlyList<Sequence>> LoadAsync(bool anew, CancellationToken cancel)
    {
        List<Sequence> list = await Context.Session.Cache.GetAsync(() => List(new ListQuery()).ToListAsync(cancel), anew).ConfigureAwait(false);
        return list;
    }
}
