namespace Invoicing.Saft;

/// <summary>A sales document (table 4.1): invoice, simplified invoice, invoice-receipt, debit note or credit note.</summary>
public sealed class SaftInvoice : SaftTransportDocument
{
    /// <inheritdoc/>
    public override SaftTable Table => SaftTable.SalesInvoices;

    /// <summary>True for self-billing.</summary>
    public bool? SelfBilling { get; set; }

    /// <summary>True under the cash VAT scheme.</summary>
    public bool? CashVatScheme { get; set; }

    /// <summary>True where a third party issued the document for the company.</summary>
    public bool? ThirdPartiesBilling { get; set; }
}
