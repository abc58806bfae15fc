using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Invoicing.Journal;

/// <summary>Identification of a change: what identifies the document, and nothing more of it.</summary>
internal sealed class ChangeSubject
{
    /// <param name="kind">Kind of change.</param>
    /// <param name="words">The change in words.</param>
    public ChangeSubject(string kind, string words)
    {
        Kind = kind;
        Words = words;
    }

    public string Kind { get; }

    public string Words { get; }

    public string? Type { get; init; }

    /// <summary>Reference, number or identifier for people.</summary>
    public string? Reference { get; init; }

    /// <summary>Changes with the same key wait for each other; <c>null</c> if nothing identifies the change.</summary>
    public string? Key { get; init; }

    /// <summary>True if the caller makes sure that the key is used once: what was done under it is not done again.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Identifier of the document that a payment or an e-mail is for.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Identification of the bank entry that a payment comes from.</summary>
    public string? BankEntryId { get; init; }

    /// <summary>True if what was done under the key is refused when it comes again, in whatever process.</summary>
    public bool IsOnce { get; init; }

    /// <summary>Identifiers of alike records that are there before.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    /// <summary>A key of several values. It is a hash, so that it reveals no address.</summary>
    public static string KeyOf(params object?[] values) =>
        Hash(string.Join("\n", values.Select(value => FormattableString.Invariant($"{value}")))).Substring(0, 32);

    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public static string Hash(byte[] bytes)
    {
        using var sha = SHA256.Create();
        return Hex(sha.ComputeHash(bytes));
    }

    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public static string Hash(Stream content)
    {
        using var sha = SHA256.Create();
        return Hex(sha.ComputeHash(content));
    }

    private static string Hex(byte[] hash) => string.Concat(hash.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
}
