using System;

namespace Invoicing;

/// <summary>Values that keep the rows of the VAT summary apart. State and currency always do.</summary>
[Flags]
public enum TaxMeasureKey
{
    /// <summary>Nothing but state and currency.</summary>
    None = 0,

    /// <summary>The month of the document's date.</summary>
    Month = 1,

    /// <summary>The document type.</summary>
    Type = 2,

    /// <summary>The tax region.</summary>
    Region = 4,

    /// <summary>Tax code and rate.</summary>
    Rate = 8,

    /// <summary>The exemption code, or the name of the tax where a line without tax has no code.</summary>
    Exemption = 16,

    /// <summary>All of them.</summary>
    All = Month | Type | Region | Rate | Exemption,
}

/// <summary>Tells if the documents of a row count.</summary>
public enum TaxMeasureState
{
    /// <summary>They count.</summary>
    Counted,

    /// <summary>They are cancelled, and are listed apart.</summary>
    Cancelled,

    /// <summary>They were billed by another document, and are listed apart (SAF-T only).</summary>
    Billed,

    /// <summary>Their state is not known to this version, and they are listed apart.</summary>
    Unknown,
}
