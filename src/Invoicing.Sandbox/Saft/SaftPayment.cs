using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.Saft;

// A receipt.
internal sealed class SaftPayment : SaftDocument
{
    public string? Description { get; init; }

    public string? SystemId { get; init; }

    public IReadOnlyList<SaftPaymentMethod> PaidBy { get; init; } = Array.Empty<SaftPaymentMethod>();

    public required IReadOnlyList<SaftPaymentLine> Lines { get; init; }

    public decimal? SettlementAmount { get; init; }

    public override IReadOnlyList<SaftLine> AllLines => Lines;
}
