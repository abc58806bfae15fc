using System;
using System.Collections.Generic;
using Invoicing.Saft.Signatures;

namespace Invoicing.Saft.Checks;

/// <summary>
/// H04: the signatures themselves, with the public key of the program's maker. They are verified on the other cores: that is most of
/// the work of a check with a key.
/// </summary>
internal sealed class SignatureCheck : SaftCheck
{
    private readonly SignatureKey? _key;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SignatureChain> _chains = new(StringComparer.Ordinal);
    private readonly Lazy<OrderedWork<SignedDocument, SignatureResult>> _work;

    public SignatureCheck(CheckContext context, SignatureKey? key)
        : base(context)
    {
        _key = key;
        _work = new(() => new OrderedWork<SignedDocument, SignatureResult>(document => document.Verify(key!), Count));
    }

    public override void FileEnd()
    {
        foreach (var chain in _chains.Values)
        {
            foreach (var document in chain.TakeRest())
            {
                _work.Value.Add(document);
            }
        }
    }

    /// <summary>Waits for what is still being verified, also where the file ends too early.</summary>
    public override void Close()
    {
        if (_work.IsValueCreated)
        {
            _work.Value.Finish();
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
        Add(series, previous, new SignedDocument(document, number, message, hash));
    }

    private void Add(string series, SaftSeriesState? previous, SignedDocument document)
    {
        if (!_chains.TryGetValue(series, out var chain))
        {
            _chains.Add(series, chain = new SignatureChain(_key!, previous));
        }

        if (chain.IsReady(document))
        {
            _work.Value.Add(document);
        }

        if (chain.TakeSuccessor(document) is { } successor)
        {
            _work.Value.Add(successor);
        }
    }

    private void Count(SignedDocument document, SignatureResult result)
    {
        var table = Context.Table(document.Table);
        if (result == SignatureResult.Verified)
        {
            table.SignaturesVerified++;
        }
        else if (result == SignatureResult.Unverifiable || document.SourceBilling == "I")
        {
            // What another program signed does not fit this key, and need not.
            table.SignaturesUnverifiable++;
        }
        else
        {
            table.SignaturesFailed++;
            Context.Findings.Add(
                "H04", document.Table, document.DocumentNumber, document.Line,
                "The signature does not fit the document, its predecessor and the public key.", null, document.Hash);
        }
    }
}
