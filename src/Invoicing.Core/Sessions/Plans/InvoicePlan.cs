using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing;

/// <summary>A document that is prepared and not stored yet, with its lines and totals.</summary>
public sealed class InvoicePlan : ChangePlan<Invoice>
{
    internal InvoicePlan(ChangeAction action, string verb, string target, Func<CancellationToken, Task<Invoice>> send)
        : base(action, verb, target, send)
    {
    }

    /// <summary>Copies of the lines as they are sent, with the taxes that they got.</summary>
    public IReadOnlyList<InvoiceLine> Lines { get; internal init; } = [];

    /// <summary>The totals; <c>null</c> where the document is there already.</summary>
    public InvoiceTotals? Totals { get; internal init; }

    /// <summary>The document that has the reference already, with <see cref="InvoiceOptions.SkipExisting"/>: sending gives a copy of it.</summary>
    public Invoice? Existing { get; internal init; }

    private protected override string? Details => Totals is null
        ? Existing is null ? null : $"{Existing} ({Existing.State})"
        : PlanText.Join([Totals + (Totals.IsEstimate ? " (estimate)" : ""), string.Join(", ", Lines.Select(Line))]);

    private static string Line(InvoiceLine line)
    {
        string tax = line.TaxRate is { } rate ? FormattableString.Invariant($" + {rate:0.##} %") : "";
        string discount = line.Discount is { } less and not 0 ? FormattableString.Invariant($" - {less:0.##} %") : "";
        return $"{line}{discount}{tax}";
    }
}
