using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Invoicing;

/// <summary>
/// The identifications of entries. Each is a digest of what stays the same when the bank sends the entry again. ISO 20022 has a reference that the
/// bank gives once; in the other formats banks use references again, so the text counts as well. Entries that are equal in all of that are
/// numbered: a statement holds whole days, so the numbers are the same in every file.
/// </summary>
public sealed class BankEntryIds
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Gives an entry its identification. The entries of a file must come in its order.</summary>
    /// <param name="entry">The entry; its <see cref="BankEntry.Id"/> is written.</param>
    public void Give(BankEntry entry)
    {
        string own = Own(entry);
        _counts.TryGetValue(own, out int before);
        _counts[own] = before + 1;
        entry.Id = Digest(before == 0 ? own : FormattableString.Invariant($"{own}\n{before}"));
    }

    private static string Own(BankEntry entry)
    {
        string head = string.Join("\n", entry.Account, entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), entry.Amount.ToString("0.00####", CultureInfo.InvariantCulture), entry.Currency, entry.BankReference);
        return Digest(entry.BankReference is not null && entry.Format is BankFormat.Camt053 or BankFormat.Camt054
            ? head
            : string.Join("\n", head, entry.Counterparty, entry.Iban, entry.Text, entry.PaymentReference, entry.EndToEndId));
    }

    private static string Digest(string text)
    {
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
        var hex = new StringBuilder(16);
        for (int i = 0; i < 8; i++)
        {
            hex.Append(hash[i].ToString("x2", CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }
}
