namespace Invoicing.Engine;

/// <summary>A connector that remembers which document has which reference, and can be told that its memory may be out of date.</summary>
internal interface IReferenceDoubt
{
    /// <summary>A document with the reference may have been made without this session's knowledge.</summary>
    void Doubt(InvoiceType type, string reference);
}
