namespace Invoicing.Saft;

/// <summary>A document that customers may take for an invoice (table 4.3): quotation, pro-forma, order, table check.</summary>
public sealed class SaftWorkDocument : SaftDocument
{
    /// <inheritdoc/>
    public override SaftTable Table => SaftTable.WorkingDocuments;
}
