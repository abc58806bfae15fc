using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Banking;

/// <summary>An open document, by what a payer may write of it, and the part of it that nothing was proposed for yet.</summary>
internal sealed class OpenDocument
{
    private static readonly HashSet<string> Announcing = new(StringComparer.Ordinal)
    {
        "FT", "FR", "FS", "FACT", "FAT", "FATURA", "FACTURA", "FAC", "FRA", "INVOICE", "INV", "ARVE", "ARVED", "NR", "NO", "N", "NUM", "NUMERO", "NUMBER", "REF", "DOC", "VD", "ENC", "PEDIDO", "ORDER",
    };

    private static readonly HashSet<string> CompanyForms = new(StringComparer.Ordinal)
    {
        "LDA", "LIMITADA", "SA", "SL", "SLU", "SAU", "UNIPESSOAL", "OU", "AS", "LTD", "LIMITED", "GMBH", "SARL", "BV", "OY", "INC", "LLC", "E", "DE", "DA", "DO", "DOS", "DAS", "DEL", "LA", "Y", "S", "L", "A", "O", "THE", "AND",
    };

    /// <summary>Codes of types that stand before a Portuguese number, and the type that each means.</summary>
    private static readonly Dictionary<string, InvoiceType> TypeCodes = new(StringComparer.Ordinal)
    {
        ["FT"] = InvoiceType.Invoice, ["FS"] = InvoiceType.SimplifiedInvoice, ["ND"] = InvoiceType.DebitNote,
    };

    private readonly IReadOnlyList<string> _number;
    private readonly IReadOnlyList<string> _reference;
    private readonly HashSet<string> _references = new(StringComparer.Ordinal);
    private readonly string? _multibanco;
    private readonly string? _taxNumber;

    public OpenDocument(Invoice invoice, decimal open, bool isOpenKnown)
    {
        Invoice = invoice;
        Open = open;
        IsOpenKnown = isOpenKnown;
        _number = Words.Of(invoice.Number).All;
        _reference = Words.Of(invoice.Reference).All;
        _multibanco = Digits(invoice.Multibanco?.Reference);
        _taxNumber = Digits(invoice.Client?.TaxNumber);
        ClientKey = invoice.ClientId ?? string.Join(" ", NameWords(invoice.ClientName));
        foreach (string? number in new[] { invoice.Number, invoice.Reference })
        {
            if (ReferenceNumber.FromNumber(number) is { Length: >= 3 } derived)
            {
                _references.Add(derived);
            }
        }

        if (invoice.Extra.TryGetValue("reference", out object? own) && own?.ToString() is { Length: > 0 } given)
        {
            _references.Add(ReferenceNumber.Inner(given));
        }
    }

    public Invoice Invoice { get; }

    /// <summary>The amount that is left.</summary>
    public decimal Open { get; set; }

    /// <summary>True if the provider tells what is open. Where it does not, it is the total less what the journal knows.</summary>
    public bool IsOpenKnown { get; }

    /// <summary>The same for documents of the same client.</summary>
    public string ClientKey { get; }

    public string Name => PaymentProposal.Name(Invoice);

    /// <summary>The way in which an entry names the document.</summary>
    public Naming NamedBy(EntryText entry)
    {
        if (_multibanco is { Length: 9 } && entry.HasDigits(_multibanco))
        {
            return new Naming(NamingStrength.Strong, $"Multibanco reference {_multibanco} of {Name}");
        }

        if (entry.StructuredReference is { } structured)
        {
            if (_references.Contains(structured))
            {
                return ReferenceNumber.IsValid(structured)
                    ? new Naming(NamingStrength.Strong, $"reference number {structured} of {Name}, whose check digit is right")
                    : new Naming(NamingStrength.Weak, $"reference number {structured} of {Name}, whose check digit is wrong");
            }

            if (structured == Joined(_number) || structured == Joined(_reference))
            {
                return new Naming(NamingStrength.Strong, $"structured reference {structured} of {Name}");
            }
        }

        if (_references.FirstOrDefault(number => number.Length >= 5 && ReferenceNumber.IsValid(number) && entry.Words.All.Contains(number)) is { } written)
        {
            return new Naming(NamingStrength.Strong, $"reference number {written} of {Name} in the text");
        }

        Naming number = InText(entry, _number, "number");
        Naming reference = InText(entry, _reference, "reference");
        return number.Strength >= reference.Strength ? number : reference;
    }

    /// <summary>The way in which an entry names the client of the document; <c>null</c> if it does not.</summary>
    public string? ClientNamedBy(EntryText entry)
    {
        if (_taxNumber is { Length: >= 8 } && entry.HasDigits(_taxNumber))
        {
            return $"tax number {_taxNumber} of '{Invoice.ClientName}'";
        }

        string[] own = NameWords(Invoice.ClientName);
        return own.Length > 0 && own.Sum(word => word.Length) >= 4 && (IsSame(own, NameWords(entry.Entry.Counterparty)) || (own.Length > 1 && entry.Words.Contains(own)))
            ? $"name '{Invoice.ClientName}'"
            : null;
    }

    private Naming InText(EntryText entry, IReadOnlyList<string> sought, string what)
    {
        Naming best = Naming.None;
        foreach (int place in entry.Words.Places(sought))
        {
            string before = place > 0 ? entry.Words.All[place - 1] : "";
            if (TypeCodes.TryGetValue(before, out InvoiceType meant) && meant != Invoice.Type)
            {
                continue;
            }

            bool isAnnounced = Announcing.Contains(before);
            var found = new Naming(Strength(sought, isAnnounced), $"{what} {string.Join(" ", sought)} in the text");
            best = found.Strength > best.Strength ? found : best;
        }

        return best;
    }

    /// <summary>
    /// A short number, or a year and a month, may be in a text by chance: it counts as named only behind a word such as invoice. Letters and digits
    /// together, or many digits, are there on purpose.
    /// </summary>
    private static NamingStrength Strength(IReadOnlyList<string> sought, bool isAnnounced)
    {
        int digits = sought.Where(word => ReferenceNumber.IsDigit(word[0])).Sum(word => word.Length);
        bool hasLetters = sought.Any(word => !ReferenceNumber.IsDigit(word[0]));
        bool isMonth = sought.Count == 2 && !hasLetters && sought.Any(word => word.Length == 4) && sought.Any(word => word.Length <= 2 && int.Parse(word, System.Globalization.CultureInfo.InvariantCulture) <= 12);
        return digits == 0 ? NamingStrength.None
            : isAnnounced || (hasLetters && digits >= 2) || (digits >= 5 && !isMonth) ? NamingStrength.Strong
            : digits + (hasLetters ? 1 : 0) >= 2 ? NamingStrength.Weak
            : NamingStrength.None;
    }

    private static bool IsSame(string[] own, string[] other) =>
        other.Length > 0 && (own.All(other.Contains) || (other.Length > 1 && other.All(own.Contains)));

    private static string[] NameWords(string? name)
    {
        string[] all = [.. Words.Of(name).All];
        string[] telling = [.. all.Where(word => !CompanyForms.Contains(word))];
        return telling.Length > 0 ? telling : all;
    }

    private static string Joined(IReadOnlyList<string> words) => words.Count > 0 ? string.Concat(words) : "-";

    private static string? Digits(string? text) => text is null ? null : new([.. text.Where(ReferenceNumber.IsDigit)]);
}

/// <summary>The strength of what names a document.</summary>
internal enum NamingStrength
{
    None,
    Weak,
    Strong,
}

/// <summary>The naming of a document by an entry: its strength and its reason.</summary>
internal readonly struct Naming
{
    public Naming(NamingStrength strength, string reason)
    {
        Strength = strength;
        Reason = reason;
    }

    public static Naming None => new(NamingStrength.None, "");

    public NamingStrength Strength { get; }

    public string Reason { get; }
}
