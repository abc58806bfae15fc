using System;

namespace Invoicing.Sandbox.Saft;

internal sealed class SaftStatus
{
    /// <summary>N normal, A cancelled, F billed, S self-billed, T on behalf of others, R summary.</summary>
    public string Code { get; init; } = "N";

    public required DateTime Date { get; init; }

    public string? Reason { get; init; }

    public required string SourceId { get; init; }

    /// <summary>P made in the program, I integrated from another, M recovered or issued by hand.</summary>
    public string Source { get; init; } = "P";
}
