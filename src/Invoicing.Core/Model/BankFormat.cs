namespace Invoicing;

/// <summary>Formats of bank files.</summary>
public enum BankFormat
{
    /// <summary>ISO 20022 statement of an account (camt.053), versions 02 to 10.</summary>
    Camt053,

    /// <summary>ISO 20022 notification of debits and credits (camt.054), versions 02 to 10. It has no balances.</summary>
    Camt054,

    /// <summary>SWIFT statement MT940.</summary>
    Mt940,

    /// <summary>Norma 43 of the Spanish banks, also called CSB43.</summary>
    Norma43,

    /// <summary>Rows of text with headings.</summary>
    Csv,
}
