using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Saft.Signatures;

/// <summary>The result of a check of a signature.</summary>
internal enum SignatureResult
{
    /// <summary>The predecessor has not come yet.</summary>
    Waiting,

    Verified,

    Failed,

    /// <summary>The predecessor is in an earlier file.</summary>
    Unverifiable,
}

/// <summary>A document that waits for its predecessor: an export need not be in the order of the numbers.</summary>
internal sealed class SignedDocument(SaftDocument document, long number, string message, string hash)
{
    public SaftTable Table { get; } = document.Table;

    public string? DocumentNumber { get; } = document.Number;

    public string? SourceBilling { get; } = document.SourceBilling;

    public int Line { get; } = document.SourceLine;

    public long Number { get; } = number;

    /// <summary>The signed text up to the signature of the predecessor.</summary>
    public string Message { get; } = message;

    public string Hash { get; } = hash;
}

/// <summary>
/// The chain of one series. Keeps one signature where the export is in order, else one for each number whose successor
/// is still to come.
/// </summary>
internal sealed class SignatureChain(SignatureKey key, SaftSeriesState? previous)
{
    private readonly SortedDictionary<long, string> _ends = Ends(previous);
    private readonly Dictionary<long, SignedDocument> _waiting = [];

    /// <summary>Takes a document in and says what is known about it.</summary>
    public SignatureResult Add(SignedDocument document)
    {
        var result = SignatureResult.Waiting;
        if (_ends.TryGetValue(document.Number - 1, out var hash))
        {
            _ends.Remove(document.Number - 1);
            result = Verify(document, hash);
        }
        else if (key.Verify(document.Message, document.Hash))
        {
            // The first of a series has no predecessor.
            result = SignatureResult.Verified;
        }
        else if (document.Number == 1)
        {
            result = SignatureResult.Failed;
        }

        _ends[document.Number] = document.Hash;
        if (result == SignatureResult.Waiting)
        {
            _waiting[document.Number] = document;
        }

        return result;
    }

    /// <summary>The document that waited for this one; null where none did.</summary>
    public SignedDocument? TakeSuccessor(long number, out SignatureResult result)
    {
        result = SignatureResult.Waiting;
        if (!_waiting.TryGetValue(number + 1, out var successor))
        {
            return null;
        }

        _waiting.Remove(number + 1);
        result = Verify(successor, _ends[number]);
        _ends.Remove(number);
        return successor;
    }

    /// <summary>The documents whose predecessor never came: the first of the file, and those behind a gap.</summary>
    public IEnumerable<(SignedDocument Document, SignatureResult Result)> TakeRest()
    {
        foreach (var document in _waiting.Values.OrderBy(document => document.Number))
        {
            var before = _ends.Where(end => end.Key < document.Number).Select(end => end.Value).LastOrDefault();
            yield return (document, before is null ? SignatureResult.Unverifiable : Verify(document, before));
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

    private SignatureResult Verify(SignedDocument document, string previousHash)
        => key.Verify(document.Message + previousHash, document.Hash) ? SignatureResult.Verified : SignatureResult.Failed;
}
