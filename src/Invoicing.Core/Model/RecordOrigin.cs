using System;

namespace Invoicing;

/// <summary>
/// The account and the session that a record came from, as its property Origin says it: <c>InvoiceXpress/acme/books</c>. It stays with a record
/// that goes through a file or another process.
/// </summary>
public sealed class RecordOrigin : IRecordOwner
{
    private const char Separator = '/';

    private RecordOrigin(string accountKey, string name)
    {
        AccountKey = accountKey;
        Name = name;
    }

    /// <inheritdoc/>
    public string AccountKey { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Reads the text of an origin.</summary>
    /// <param name="text">The text, as <see cref="InvoiceRecord.Origin"/> gives it.</param>
    /// <returns>The origin, or <c>null</c> for text that is none.</returns>
    public static RecordOrigin? Of(string? text)
    {
        string[] parts = (text ?? "").Split([Separator], 3);
        return parts.Length == 3 ? new RecordOrigin($"{parts[0]}{Separator}{parts[1]}", parts[2]) : null;
    }

    /// <summary>Text of an origin.</summary>
    internal static string TextOf(IRecordOwner owner) => $"{owner.AccountKey}{Separator}{owner.Name}";

    /// <summary>Key of an account.</summary>
    /// <param name="provider">Name of the provider.</param>
    /// <param name="account">Name of the account.</param>
    /// <param name="server">Another server than the provider's own; else <c>null</c>.</param>
    internal static string AccountKeyOf(string provider, string account, Uri? server) =>
        provider + Separator + account.Replace(Separator, '_') + (server is null ? "" : $"@{server.Authority}");

    /// <summary>The name of the session, and its account.</summary>
    public override string ToString() => $"{Name} ({AccountKey})";
}
