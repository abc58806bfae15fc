namespace Invoicing;

/// <summary>Kinds of lines of a statement.</summary>
public enum StatementLineKind
{
    /// <summary>The balance before the first day.</summary>
    Opening,

    /// <summary>An invoice, a debit note or a credit note.</summary>
    Document,

    /// <summary>A payment, or money that was paid back.</summary>
    Payment,

    /// <summary>The balance at the end of the last day.</summary>
    Closing,
}
