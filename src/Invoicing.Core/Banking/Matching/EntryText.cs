using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing.Banking;

/// <summary>The texts of an entry, cut once for all comparisons.</summary>
internal sealed class EntryText
{
    private static readonly Regex Gap = new(@"(?<=[0-9])[ .](?=[0-9])", RegexOptions.CultureInvariant);

    private readonly string[] _texts;

    public EntryText(BankEntry entry)
    {
        Entry = entry;
        string text = string.Join(" | ", new[] { entry.Text, entry.EndToEndId, entry.PaymentReference }.Where(part => part is not null));
        Words = Words.OfText(text);
        _texts = [text, Gap.Replace(text, "")];
        StructuredReference = string.IsNullOrWhiteSpace(entry.PaymentReference) ? null : ReferenceNumber.Inner(entry.PaymentReference);
    }

    public BankEntry Entry { get; }

    public Words Words { get; }

    /// <summary>The structured reference without blanks and without the head of ISO 11649.</summary>
    public string? StructuredReference { get; }

    /// <summary>True if the texts have a number, also in groups, and not as a part of a longer one.</summary>
    public bool HasDigits(string number) => _texts.Any(text => Has(text, number));

    private static bool Has(string text, string number)
    {
        for (int at = text.IndexOf(number, StringComparison.Ordinal); at >= 0; at = text.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            int end = at + number.Length;
            if ((at == 0 || !ReferenceNumber.IsDigit(text[at - 1])) && (end == text.Length || !ReferenceNumber.IsDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
