namespace Invoicing.Sandbox.Saft;

internal sealed class SaftProduct
{
    /// <summary>P goods, S services, O other, E excise duties, I other taxes.</summary>
    public string Type { get; init; } = "P";

    public required string Code { get; init; }

    public string? Group { get; init; }

    public required string Description { get; init; }

    /// <summary>The EAN; null repeats the code.</summary>
    public string? NumberCode { get; init; }
}
