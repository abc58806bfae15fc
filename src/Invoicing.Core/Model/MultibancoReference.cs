namespace Invoicing;

/// <summary>Payment data of the Portuguese Multibanco network: entity, reference, amount.</summary>
public sealed class MultibancoReference
{
    /// <summary>Number of the receiving entity.</summary>
    public string? Entity { get; set; }

    /// <summary>Payment reference.</summary>
    public string? Reference { get; set; }

    /// <summary>Amount to pay.</summary>
    public decimal? Value { get; set; }

    internal MultibancoReference Copy() => (MultibancoReference)MemberwiseClone();

    /// <summary>Entity and reference.</summary>
    public override string ToString() => $"{Entity} {Reference}";
}
