namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The type of a field, which decides its form on the wire.</summary>
internal enum FieldType
{
    Text,

    /// <summary>Text that now and then comes as a number when it is all digits. [official]</summary>
    Digits,

    /// <summary>Text; on write also an object of locale and text. [official]</summary>
    Localized,

    /// <summary>One of <c>percent</c>, <c>fixed</c> and <c>none</c>. [official]</summary>
    Markup,

    /// <summary>A file as base64.</summary>
    File,

    /// <summary>A decimal; now and then it comes as text. [official]</summary>
    Number,

    Integer,

    /// <summary>An id, 0 for none. [official]</summary>
    Id,

    /// <summary>An id, null for none. [official]</summary>
    IdOrNull,

    Flag,

    /// <summary>A flag that now and then comes as 0 or 1. [official]</summary>
    LooseFlag,

    /// <summary>yyyy-MM-dd, the zero date when it is not set. [official]</summary>
    Date,

    /// <summary>yyyy-MM-dd HH:mm:ss. [official]</summary>
    Time,

    /// <summary>A ledger account: its id on read, its code on write. [official]</summary>
    AccountByCode,

    /// <summary>Code and name of the ledger account whose id is in another field. [official]</summary>
    AccountLabel,

    /// <summary>Code of the ledger account whose id is in another field. [official]</summary>
    AccountCode,

    /// <summary>Stock of an article, as an object of warehouse and quantity. [official]</summary>
    Stock,
}
