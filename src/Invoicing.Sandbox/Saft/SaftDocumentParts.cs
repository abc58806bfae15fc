using System;

namespace Invoicing.Sandbox.Saft;

internal sealed class SaftOrderReference
{
    public string? Number { get; init; }

    public DateTime? Date { get; init; }
}

internal sealed class SaftReference
{
    public string? Number { get; init; }

    public string? Reason { get; init; }
}

internal sealed class SaftShipping
{
    public string? DeliveryId { get; init; }

    public DateTime? DeliveryDate { get; init; }

    public SaftAddress? Address { get; init; }
}

// Total of a document in its own currency, if that is not the euro.
internal sealed class SaftCurrency
{
    /// <summary>Three letters of ISO 4217, never EUR.</summary>
    public required string Code { get; init; }

    public required decimal Amount { get; init; }

    public required decimal ExchangeRate { get; init; }
}

internal sealed class SaftWithholding
{
    /// <summary>IRS, IRC or IS.</summary>
    public string? Type { get; init; }

    public string? Description { get; init; }

    public required decimal Amount { get; init; }
}

// A discount for early payment, which does not change the total.
internal sealed class SaftSettlement
{
    public string? Discount { get; init; }

    public decimal? Amount { get; init; }

    public DateTime? Date { get; init; }

    public string? PaymentTerms { get; init; }
}

internal sealed class SaftPaymentMethod
{
    /// <summary>NU cash, TB transfer, MB Multibanco, CC and CD cards, CH cheque, ...</summary>
    public string? Mechanism { get; init; }

    public required decimal Amount { get; init; }

    public required DateTime Date { get; init; }
}
