using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.Saft;

internal sealed class SaftInvoice : SaftGoodsDocument
{
    public bool SelfBilling { get; init; }

    public bool CashVat { get; init; }

    public bool ThirdPartyBilling { get; init; }

    public SaftShipping? ShipTo { get; init; }

    public SaftShipping? ShipFrom { get; init; }

    public DateTime? MovementEnd { get; init; }

    public DateTime? MovementStart { get; init; }

    public IReadOnlyList<SaftSettlement> Settlements { get; init; } = Array.Empty<SaftSettlement>();

    public IReadOnlyList<SaftPaymentMethod> PaidBy { get; init; } = Array.Empty<SaftPaymentMethod>();
}
