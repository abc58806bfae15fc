using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Saft.Signatures;

/// <summary>
/// The chain of one series: gives each document the signature of its predecessor. Keeps one signature where the export is in order,
/// else one for each number whose successor is still to come.
/// </summary>
internal sealed class SignatureChain(SignatureKey key, SaftSeriesState? previous)
{
    private readonly SortedDictionary<long, string> _ends = Ends(previous);
    private readonly Dictionary<long, SignedDocument> _waiting = [];

    /// <summary>Takes a document in. True where it can be verified now; false where it waits for its predecessor.</summary>
    public bool IsReady(SignedDocument document)
    {
        if (_ends.TryGetValue(document.Number - 1, out string? before))
        {
            _ends.Remove(document.Number - 1);
            document.Before = before;
        }
        else if (document.Number == 1 || key.Verify(document.Message, document.Hash))
        {
            // The first of a series has no predecessor, whatever its number is.
            document.Before = "";
        }
        else
        {
            _waiting[document.Number] = document;
        }

        _ends[document.Number] = document.Hash;
        return document.Before is not null;
    }

    /// <summary>The document that waited for this one; null where none did.</summary>
    public SignedDocument? TakeSuccessor(SignedDocument document)
    {
        if (!_waiting.TryGetValue(document.Number + 1, out var successor))
        {
            return null;
        }

        _waiting.Remove(document.Number + 1);
        _ends.Remove(document.Number);
        successor.Before = document.Hash;
        return successor;
    }

    /// <summary>
    /// The documents whose predecessor never came: the first of the file, and those behind a gap. They get the last signature before
    /// the gap, where there is one.
    /// </summary>
    public IEnumerable<SignedDocument> TakeRest()
    {
        foreach (var document in _waiting.Values.OrderBy(document => document.Number))
        {
            document.Before = _ends.Where(end => end.Key < document.Number).Select(end => end.Value).LastOrDefault();
            yield return document;
        }
    }

    private static SortedDictionary<long, string> Ends(SaftSeriesState? previous)
    {
        var ends = new SortedDictionary<long, string>();
        if (previous?.LastHash is { } hash)
        {
            ends.Add(previous.LastNumber, hash);
        }

        return ends;
    }
}
