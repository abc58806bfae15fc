namespace Invoicing;

/// <summary>Kinds of keys by which a record is named.</summary>
public enum RecordKeyKind
{
    /// <summary>Text that is tried as code, number, reference, tax number and name, and as an identifier last.</summary>
    Any,

    /// <summary>The provider's identifier.</summary>
    Id,

    /// <summary>The number of a document, with its series.</summary>
    Number,

    /// <summary>The caller's own key of a document, such as an order number.</summary>
    Reference,

    /// <summary>The caller's own code of a client or an item.</summary>
    Code,

    /// <summary>The tax number of a client.</summary>
    TaxNumber,

    /// <summary>The whole name.</summary>
    Name,
}
