using System;
using System.Collections.Generic;
using Invoicing.Saft.Signatures;

namespace Invoicing.Saft.Checks;

/// <summary>H04: the signatures themselves, with the public key of the program's maker.</summary>
internal sealed class SignatureCheck(CheckContext context, SignatureKey? key) : SaftCheck(context)
{
    private readonly Dictionary<string, SignatureChain> _chains = new(StringComparer.Ordinal);

    public override void FileEnd()
    {
        foreach (var chain in _chains.Values)
        {
            foreach (var (document, result) in chain.TakeRest())
            {
                Count(document, result);
            }
        }
    }

    protected override void Document(SaftDocument document)
    {
        if (key is null || document is SaftPayment || document.Hash is not { } hash || hash == HashCheck.Unsigned)
        {
            return;
        }

        if (document is not { Series: { } series, Sequence: { } number } || SignedText.Of(document) is not { } message)
        {
            Context.Table(document.Table).SignaturesUnverifiable++;
            return;
        }

        if (!_chains.TryGetValue(series, out var chain))
        {
            _chains.Add(series, chain = new SignatureChain(key, Context.Series.EntryOf(document)?.Previous));
        }

        var signed = new SignedDocument(document, number, message, hash);
        Count(signed, chain.Add(signed));
        if (chain.TakeSuccessor(number, out var result) is { } successor)
        {
            Count(successor, result);
        }
    }

    private void Count(SignedDocument document, SignatureResult result)
    {
        var table = Context.Table(document.Table);

        // What another program signed does not fit this key, and need not.
        if (result == SignatureResult.Unverifiable || (result == SignatureResult.Failed && document.SourceBilling == "I"))
        {
            table.SignaturesUnverifiable++;
        }
        else if (result == SignatureResult.Verified)
        {
            table.SignaturesVerified++;
        }
        else if (result == SignatureResult.Failed)
        {
            table.SignaturesFailed++;
            Context.Findings.Add(
                "H04", document.Table, document.DocumentNumber, document.Line,
                "The signature does not fit the document, its predecessor and the public key.", null, document.Hash);
        }
    }
}
