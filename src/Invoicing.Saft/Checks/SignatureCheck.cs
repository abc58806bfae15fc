using System;
using System.Collections.Generic;
using Invoicing.Saft.Signatures;

namespace Invoicing.Saft.Checks;

/// <summary>
/// H04: the signatures themselves, with the public key of the program's maker. They are verified on a thread of their own, in the order
/// of the file: that is most of the work of a check with a key.
/// </summary>
internal sealed class SignatureCheck : SaftCheck
{
    private readonly SignatureKey? _key;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SignatureChain> _chains = new(StringComparer.Ordinal);
    private readonly Dictionary<SaftTable, Counts> _counts = [];
    private readonly FindingCollector _findings;
    private readonly Lazy<OrderedWorker<Job>> _worker;

    public SignatureCheck(CheckContext context, SignatureKey? key)
        : base(context)
    {
        _key = key;
        _findings = new FindingCollector(context.Options) { Path = context.Findings.Path };
        _worker = new Lazy<OrderedWorker<Job>>(() => new OrderedWorker<Job>(Verify));
    }

    public override void FileEnd()
    {
        Finish();
        foreach (var chain in _chains.Values)
        {
            foreach (var (document, result) in chain.TakeRest())
            {
                Count(document, result);
            }
        }
    }

    /// <summary>Waits for the thread and hands over what it found, also where the file ends too early.</summary>
    public override void Close()
    {
        Finish();
        Context.Findings.Take(_findings);
        foreach (var pair in _counts)
        {
            var table = Context.Table(pair.Key);
            table.SignaturesVerified += pair.Value.Verified;
            table.SignaturesFailed += pair.Value.Failed;
            table.SignaturesUnverifiable += pair.Value.Unverifiable;
        }
    }

    protected override void Document(SaftDocument document)
    {
        if (_key is null || document is SaftPayment || document.Hash is not { } hash || hash == HashCheck.Unsigned)
        {
            return;
        }

        if (document is not { Series: { } series, Sequence: { } number } || SignedText.Of(document) is not { } message)
        {
            Context.Table(document.Table).SignaturesUnverifiable++;
            return;
        }

        var previous = _seen.Add(series) ? Context.Series.EntryOf(document)?.Previous : null;
        _worker.Value.Add(new Job(series, previous, new SignedDocument(document, number, message, hash)));
    }

    private void Finish()
    {
        if (_worker.IsValueCreated)
        {
            _worker.Value.Finish();
        }
    }

    private void Verify(Job job)
    {
        if (!_chains.TryGetValue(job.Series, out var chain))
        {
            _chains.Add(job.Series, chain = new SignatureChain(_key!, job.Previous));
        }

        Count(job.Document, chain.Add(job.Document));
        if (chain.TakeSuccessor(job.Document.Number, out var result) is { } successor)
        {
            Count(successor, result);
        }
    }

    private void Count(SignedDocument document, SignatureResult result)
    {
        if (!_counts.TryGetValue(document.Table, out var counts))
        {
            _counts.Add(document.Table, counts = new Counts());
        }

        // What another program signed does not fit this key, and need not.
        if (result == SignatureResult.Unverifiable || (result == SignatureResult.Failed && document.SourceBilling == "I"))
        {
            counts.Unverifiable++;
        }
        else if (result == SignatureResult.Verified)
        {
            counts.Verified++;
        }
        else if (result == SignatureResult.Failed)
        {
            counts.Failed++;
            _findings.Add(
                "H04", document.Table, document.DocumentNumber, document.Line,
                "The signature does not fit the document, its predecessor and the public key.", null, document.Hash);
        }
    }

    private readonly struct Job(string series, SaftSeriesState? previous, SignedDocument document)
    {
        public string Series { get; } = series;

        public SaftSeriesState? Previous { get; } = previous;

        public SignedDocument Document { get; } = document;
    }

    private sealed class Counts
    {
        public long Verified { get; set; }

        public long Failed { get; set; }

        public long Unverifiable { get; set; }
    }
}
