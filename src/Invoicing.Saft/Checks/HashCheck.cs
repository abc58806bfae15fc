namespace Invoicing.Saft.Checks;

/// <summary>H01, H02 and H03: what can be said about signatures without a key.</summary>
internal sealed class HashCheck(CheckContext context) : SaftCheck(context)
{
    public const string Unsigned = "0";

    private const int Length = 172;

    private readonly FingerprintTable _hashes = new();

    protected override void Document(SaftDocument document)
    {
        if (document.Hash is not { } hash)
        {
            return;
        }

        CheckControl(document);
        if (hash == Unsigned)
        {
            // What comes from an uncertified program has 0 in practice [open].
            if (Context.Header?.IsCertified == true && document.SourceBilling != "I")
            {
                Report("H01", document, "A document of a certified program is not signed.", "a signature of 172 characters", Unsigned);
            }

            return;
        }

        if (Context.Header?.IsCertified == false)
        {
            Report("H01", document, "The program has no certificate, but the document has a signature.", Unsigned, hash);
        }
        else if (!IsSignature(hash))
        {
            Report("H01", document, "The signature has not the form of one.", "172 characters of Base64", hash);
        }

        if (!_hashes.Add(Fingerprint.Of(hash)))
        {
            Report("H02", document, "Another document has the same signature.", null, hash);
        }
    }

    /// <summary>128 bytes in Base64: 171 characters and one equals sign.</summary>
    private static bool IsSignature(string hash)
    {
        if (hash.Length != Length || hash[Length - 1] != '=')
        {
            return false;
        }

        for (var i = 0; i < Length - 1; i++)
        {
            if (hash[i] is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/'))
            {
                return false;
            }
        }

        return true;
    }

    private void CheckControl(SaftDocument document)
    {
        if (document.HashControl is not { } control || control == Unsigned || document.SourceBilling is not { } origin)
        {
            return;
        }

        var expected = control.IndexOf('-') >= 0 ? "M" : control.IndexOf('.') >= 0 ? "I" : "P";
        if (origin is "P" or "I" or "M" && origin != expected)
        {
            Report(
                "H03", document, "The form of HashControl does not agree with SourceBilling.", "SourceBilling " + expected,
                $"{origin}, {control}");
        }
    }
}
