using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Invoicing.Banking;

/// <summary>
/// Reads the field :86: of MT940. Three forms are in use: a code of three digits and subfields after a separator (<c>166?20...?32NAME</c>), words
/// between slashes (<c>/NAME/.../REMI/...</c>), and free text.
/// </summary>
internal static class Mt940Text
{
    /// <summary>Length of a full subfield: a word that does not end there goes on in the next one.</summary>
    private const int SubfieldLength = 27;

    private static readonly Regex Coded = new(@"^[0-9]{3}([^0-9A-Za-z\s])", RegexOptions.CultureInvariant);
    private static readonly Regex Slashed = new(@"^/(TRTP|IBAN|NAME|REMI|EREF|CNTP|MARF|ORDP|BENM|RTRN|PREF)/", RegexOptions.CultureInvariant);
    private static readonly Regex SlashWord = new(@"/(TRTP|IBAN|BIC|NAME|REMI|EREF|CNTP|CSID|MARF|ORDP|BENM|RTRN|PREF|ISDT|PURP|ULTD|ULTC|ID|ADDR)/", RegexOptions.CultureInvariant);
    private static readonly Regex SepaWord = new(@"(?<![A-Z])(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|PREF|COAM|OAMT)\+", RegexOptions.CultureInvariant);
    private static readonly Regex IbanIn = new(@"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", RegexOptions.CultureInvariant);

    public static void Fill(BankEntry entry, IReadOnlyList<string> lines)
    {
        string joined = string.Concat(lines);
        if (Coded.Match(lines[0]) is { Success: true } coded)
        {
            FromSubfields(entry, joined, coded.Groups[1].Value[0]);
        }
        else if (Slashed.IsMatch(lines[0]))
        {
            FromWords(entry, joined);
        }
        else
        {
            entry.Text = Kept(string.Join(" ", lines.Select(line => line.Trim()).Where(line => line.Length > 0))) ?? entry.Text;
        }

        entry.Iban ??= IbanIn.Matches(entry.Text ?? "").Cast<Match>().Select(match => match.Value.Replace(" ", "")).FirstOrDefault(iban => Ibans.IsValid(iban) && iban != entry.Account);
    }

    private static void FromSubfields(BankEntry entry, string text, char separator)
    {
        var remittance = new StringBuilder();
        var name = new StringBuilder();
        bool isFull = false;
        foreach (string part in text.Split(separator).Skip(1).Where(part => part.Length >= 2))
        {
            string code = part.Substring(0, 2);
            string value = part.Substring(2);
            if (code[0] is '2' or '6')
            {
                remittance.Append(remittance.Length > 0 && !isFull ? " " : "").Append(value);
                isFull = value.Length >= SubfieldLength;
            }
            else if (code == "31")
            {
                entry.Iban = Kept(value);
            }
            else if (code is "32" or "33")
            {
                name.Append(value);
            }
        }

        entry.Counterparty = Kept(name.ToString());
        FromSepa(entry, remittance.ToString());
    }

    private static void FromSepa(BankEntry entry, string text)
    {
        MatchCollection words = SepaWord.Matches(text);
        if (words.Count == 0)
        {
            entry.Text = Kept(text) ?? entry.Text;
            return;
        }

        var remittance = new StringBuilder(text.Substring(0, words[0].Index).Trim());
        for (int i = 0; i < words.Count; i++)
        {
            int start = words[i].Index + words[i].Length;
            int end = i + 1 < words.Count ? words[i + 1].Index : text.Length;
            string value = text.Substring(start, end - start).Trim();
            switch (words[i].Groups[1].Value)
            {
                case "EREF":
                    entry.EndToEndId = value is "NOTPROVIDED" ? null : Kept(value);
                    break;
                case "SVWZ":
                    remittance.Append(remittance.Length > 0 ? " " : "").Append(value);
                    break;
                case "IBAN":
                    entry.Iban ??= Kept(value);
                    break;
            }
        }

        entry.Text = Kept(remittance.ToString()) ?? entry.Text;
    }

    private static void FromWords(BankEntry entry, string text)
    {
        MatchCollection words = SlashWord.Matches(text);
        for (int i = 0; i < words.Count; i++)
        {
            int start = words[i].Index + words[i].Length;

            // The slash that ends a value begins the next word.
            int end = i + 1 < words.Count ? words[i + 1].Index : text.Length;
            string value = end > start ? text.Substring(start, end - start) : "";
            switch (words[i].Groups[1].Value)
            {
                case "IBAN":
                    entry.Iban = Kept(value);
                    break;
                case "NAME":
                    entry.Counterparty = Kept(value);
                    break;
                case "CNTP":
                    string[] parts = value.Split('/');
                    entry.Iban = Kept(parts[0]);
                    entry.Counterparty = parts.Length > 2 ? Kept(parts[2]) : entry.Counterparty;
                    break;
                case "REMI":
                    string[] form = value.Split(['/'], 3);
                    entry.Text = Kept(form.Length == 3 && form[0] is "USTD" or "STRD" ? form[2].TrimEnd('/') : value);
                    break;
                case "EREF":
                    entry.EndToEndId = value is "NOTPROVIDED" ? null : Kept(value);
                    break;
            }
        }
    }

    private static string? Kept(string text) => text.Trim().TrimEnd('/') is { Length: > 0 } kept ? kept : null;
}
