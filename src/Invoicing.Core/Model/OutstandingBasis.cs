namespace Invoicing;

/// <summary>Sources of an outstanding amount.</summary>
public enum OutstandingBasis
{
    /// <summary>The provider tells it.</summary>
    Provider,

    /// <summary>The total less the payments that the provider lists for the document.</summary>
    Payments,

    /// <summary>Not known exactly: it is this much at most. The provider tells neither the amount nor all that was paid of it.</summary>
    AtMost,
}
