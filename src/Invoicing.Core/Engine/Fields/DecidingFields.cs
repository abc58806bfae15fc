using System;
using System.Collections.Generic;

namespace Invoicing.Engine.Fields;

/// <summary>
/// The properties on which identity, state and money depend. A value of these that cannot be read makes the answer unreadable; in any other
/// field it is kept as it is.
/// </summary>
internal static class DecidingFields
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        nameof(InvoiceRecord.Id),
        nameof(Invoice.Type),
        nameof(Invoice.State),
        nameof(Invoice.Date),
        nameof(Invoice.Lines),
        nameof(Invoice.Sum),
        nameof(Invoice.DiscountTotal),
        nameof(Invoice.NetTotal),
        nameof(Invoice.TaxTotal),
        nameof(Invoice.Total),
        nameof(Invoice.Outstanding),
        nameof(Invoice.GlobalDiscount),
        nameof(Invoice.PricesIncludeTax),
        nameof(InvoiceLine.Quantity),
        nameof(InvoiceLine.UnitPrice),
        nameof(InvoiceLine.Discount),
        nameof(InvoiceLine.TaxRate),
        nameof(InvoiceLine.SecondTaxRate),
        nameof(InvoiceLine.Subtotal),
        nameof(InvoiceLine.TaxAmount),
        nameof(Payment.Amount),
        nameof(Tax.Rate),
        nameof(ClientBalance.Initial),
        nameof(ClientBalance.Balance),
        nameof(ClientBalance.NetBalance),
        nameof(ClientBalance.Overdue),
        nameof(ClientBalance.NetOverdue),
        nameof(ClientBalance.Remaining),
        nameof(ClientBalance.RemainingTotal),
    };

    /// <summary>True if the property of a row is one of them.</summary>
    public static bool Has<TModel>(FieldMapEntry<TModel> row) => row.Property is { } property && Names.Contains(property);
}
