namespace Invoicing;

/// <summary>The session of a record, as far as the model knows it.</summary>
public interface IRecordOwner
{
    /// <summary>Name of the session.</summary>
    string Name { get; }

    /// <summary>Provider and account, such as <c>InvoiceXpress/acme</c>. Identifiers are valid in this account alone.</summary>
    string AccountKey { get; }
}
