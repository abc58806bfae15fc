using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.Saft;

internal sealed class SaftPaymentLine : SaftLine
{
    public required IReadOnlyList<SaftPaidDocument> Documents { get; init; }
}

internal sealed class SaftPaidDocument
{
    public required string Number { get; init; }

    public required DateTime Date { get; init; }

    public string? Description { get; init; }
}
