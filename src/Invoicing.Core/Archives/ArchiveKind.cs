using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Archives;

/// <summary>A kind of record that an archive holds, and the folder that it lies in.</summary>
internal sealed class ArchiveKind
{
    public static readonly ArchiveKind Account = new(typeof(InvoiceAccount), "account");
    public static readonly ArchiveKind Taxes = new(typeof(Tax), "taxes");
    public static readonly ArchiveKind Series = new(typeof(Sequence), "series");
    public static readonly ArchiveKind BankAccounts = new(typeof(BankAccount), "bank-accounts");
    public static readonly ArchiveKind Clients = new(typeof(Client), "clients");
    public static readonly ArchiveKind Items = new(typeof(Item), "items");
    public static readonly ArchiveKind Payments = new(typeof(Payment), "payments");
    public static readonly ArchiveKind Documents = new(typeof(Invoice), "documents");

    public static readonly IReadOnlyList<ArchiveKind> All = [Account, Taxes, Series, BankAccounts, Clients, Items, Documents, Payments];

    private ArchiveKind(Type type, string folder)
    {
        Type = type;
        Folder = folder;
    }

    public Type Type { get; }

    public string Folder { get; }

    /// <summary>The kind of a file: one whose name is none of the others is the type of a document.</summary>
    public static ArchiveKind Of(string name) => All.FirstOrDefault(kind => kind != Documents && kind.Type.Name == name) ?? Documents;

    /// <summary>The name of a record's kind in the manifest.</summary>
    public static string NameOf(InvoiceRecord record) => record is Invoice { Type: var type } ? type.ToString() : record.GetType().Name;

    public static DateTime? DateOf(InvoiceRecord record) => record switch
    {
        Invoice document => document.Date,
        Payment payment => payment.Date,
        _ => null,
    };
}
