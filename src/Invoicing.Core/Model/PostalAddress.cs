namespace Invoicing;

/// <summary>Address of loading or delivery.</summary>
public sealed class PostalAddress
{
    private ExtraFields? _extra;

    /// <summary>Street and number.</summary>
    public string? Street { get; set; }

    /// <summary>City.</summary>
    public string? City { get; set; }

    /// <summary>Postal code; for Portugal <c>DDDD-DDD</c>.</summary>
    public string? PostalCode { get; set; }

    /// <summary>English name of the country, or its two-letter code.</summary>
    public string? Country { get; set; }

    /// <summary>Fields of the provider's answer that the model does not have, under the provider's names.</summary>
    public ExtraFields Extra => _extra ??= new ExtraFields();

    internal bool HasExtra => _extra is { Count: > 0 };

    internal PostalAddress Copy()
    {
        var copy = (PostalAddress)MemberwiseClone();
        copy._extra = _extra?.Copy();
        return copy;
    }

    /// <summary>The address on one line.</summary>
    public override string ToString() => $"{Street}, {PostalCode} {City}, {Country}";
}
