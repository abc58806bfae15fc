namespace Invoicing;

/// <summary>The certainty of a proposal for a payment.</summary>
public enum PaymentConfidence
{
    /// <summary>Nothing is proposed: no document fits, or several do.</summary>
    None,

    /// <summary>The amount alone fits one document, or what is named does not fit the amount.</summary>
    Low,

    /// <summary>The client and the amount fit, or a document is named and a part of it is paid.</summary>
    Medium,

    /// <summary>The entry names one thing, and pays what is open of it.</summary>
    High,
}
