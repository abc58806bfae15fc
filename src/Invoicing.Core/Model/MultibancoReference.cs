using Newtonsoft.Json;

namespace Invoicing;

/// <summary>Payment data of the Portuguese Multibanco network: entity, reference, amount.</summary>
public sealed class MultibancoReference
{
    private ExtraFields? _extra;

    /// <summary>Number of the receiving entity.</summary>
    public string? Entity { get; set; }

    /// <summary>Payment reference.</summary>
    public string? Reference { get; set; }

    /// <summary>Amount to pay.</summary>
    public decimal? Value { get; set; }

    /// <summary>Fields of the provider's answer that the model does not have, under the provider's names.</summary>
    [JsonIgnore] // For ConvertTo-Json, which warns of what lies deeper than two levels.
    public ExtraFields Extra => _extra ??= new ExtraFields();

    internal bool HasExtra => _extra is { Count: > 0 };

    internal MultibancoReference Copy()
    {
        var copy = (MultibancoReference)MemberwiseClone();
        copy._extra = _extra?.Copy();
        return copy;
    }

    /// <summary>Entity and reference.</summary>
    public override string ToString() => $"{Entity} {Reference}";
}
