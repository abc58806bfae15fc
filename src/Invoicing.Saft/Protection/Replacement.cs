using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using Invoicing.Saft.Schema;

namespace Invoicing.Saft.Protection;

/// <summary>
/// The text that takes the place of another one: letters for letters, digits for digits, and always the same for the same text. Numbers,
/// dates and codes of the schema are kept; every text is replaced that is not known to be harmless.
/// </summary>
internal sealed class Replacement : IDisposable
{
    private const int DigestLength = 32;

    /// <summary>Texts of the schema that say nothing about anybody, and that a check or a reader of the copy needs.</summary>
    private static readonly HashSet<string> Harmless = new(
        ("UnitOfMeasure TaxExemptionReason OriginatingON Reference AccountID RecordID SourceDocumentID ProductCompanyTaxID ProductVersion "
            + "AuditFileVersion").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Words that mean the same to every program.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "Desconhecido", "Consumidor final", "Global", "Sede", "0", "",
    };

    /// <summary>Elements that are no text by their type and are replaced all the same.</summary>
    private static readonly Dictionary<string, Func<Replacement, string, string>> Special = new(StringComparer.Ordinal)
    {
        ["TaxRegistrationNumber"] = (replacement, text) => replacement.TaxId(text),
        ["CustomerTaxID"] = (replacement, text) => replacement.TaxId(text),
        ["SupplierTaxID"] = (replacement, text) => replacement.TaxId(text),
        ["CompanyID"] = (replacement, text) => replacement.TaxId(text),
        ["CustomerID"] = (replacement, text) => replacement.Key("C", text),
        ["SupplierID"] = (replacement, text) => replacement.Key("S", text),
        ["ProductCode"] = (replacement, text) => replacement.Key("P", text),
        ["ProductNumberCode"] = (replacement, text) => replacement.Key("P", text),
        ["Email"] = (replacement, text) => replacement.Scrambled(text.Split('@')[0]) + "@example.com",
        ["Website"] = (_, _) => "www.example.com",
        ["ATCUD"] = (replacement, text) => replacement.Atcud(text),
    };

    private static readonly HashSet<string> Kept = KeptNames();

    private readonly HMACSHA256 _secret = new();
    private readonly Dictionary<(string Kind, string Text), string> _keys = [];

    public string Of(string parent, string element, string text)
    {
        if (Words.Contains(text.Trim()) || (parent == "TaxTableEntry" && element == "Description"))
        {
            return text;
        }

        return Special.TryGetValue(element, out var special) ? special(this, text)
            : Kept.Contains(element) ? text
            : Scrambled(text);
    }

    public void Dispose() => _secret.Dispose();

    /// <summary>The names of all elements whose texts are numbers, dates or codes, and of the harmless ones.</summary>
    private static HashSet<string> KeptNames()
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var others = new HashSet<string>(Harmless, StringComparer.Ordinal);
        Collect(SaftSchema.Instance.Root, texts, others, []);
        texts.ExceptWith(Harmless);
        others.ExceptWith(texts);
        return others;
    }

    private static void Collect(ContentModel content, HashSet<string> texts, HashSet<string> others, HashSet<ContentModel> done)
    {
        foreach (var element in done.Add(content) ? content.Elements : [])
        {
            if (element.Content is { } inner)
            {
                Collect(inner, texts, others, done);
            }
            else
            {
                (element.Type is TextType ? texts : others).Add(element.Name);
            }
        }
    }

    /// <summary>A tax number with the same beginning; its check digit is right where that of the original is.</summary>
    private string TaxId(string text)
    {
        if (text.Length != 9 || !SaftPatterns.AreDigits(text, 0, 9) || text == TaxNumber.FinalConsumer)
        {
            return text == TaxNumber.FinalConsumer ? text : Scrambled(text);
        }

        var digits = text.Substring(0, 2) + Scrambled(text).Substring(2, 6);
        var check = TaxNumber.CheckDigit(digits);
        return digits + SaftText.Of(TaxNumber.IsValid(text) ? check : (check + 1) % 10);
    }

    /// <summary>A number of its own for each key: two keys must not become one.</summary>
    private string Key(string kind, string text)
    {
        if (!_keys.TryGetValue((kind, text), out var key))
        {
            _keys.Add((kind, text), key = kind + SaftText.Of(_keys.Count + 1));
        }

        return key;
    }

    /// <summary>The code of the series is the taxpayer's; the number behind the hyphen stays.</summary>
    private string Atcud(string text)
    {
        var hyphen = text.IndexOf('-');
        return hyphen < 0 ? Scrambled(text) : Scrambled(text.Substring(0, hyphen)) + text.Substring(hyphen);
    }

    private string Scrambled(string text)
    {
        var result = new StringBuilder(text.Length);
        var digest = Array.Empty<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (i % DigestLength == 0)
            {
                digest = _secret.ComputeHash(Encoding.UTF8.GetBytes(SaftText.Of(i) + ":" + text));
            }

            var value = digest[i % DigestLength];
            var c = text[i];
            result.Append(
                char.IsDigit(c) ? (char)('0' + (value % 10))
                : char.IsUpper(c) ? (char)('A' + (value % 26))
                : char.IsLetter(c) ? (char)('a' + (value % 26))
                : c);
        }

        return result.ToString();
    }
}
