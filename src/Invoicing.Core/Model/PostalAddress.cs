namespace Invoicing;

/// <summary>Address of loading or delivery.</summary>
public sealed class PostalAddress
{
    /// <summary>Street and number.</summary>
    public string? Street { get; set; }

    /// <summary>City.</summary>
    public string? City { get; set; }

    /// <summary>Postal code; for Portugal <c>DDDD-DDD</c>.</summary>
    public string? PostalCode { get; set; }

    /// <summary>English name of the country, or its two-letter code.</summary>
    public string? Country { get; set; }

    internal PostalAddress Copy() => (PostalAddress)MemberwiseClone();

    /// <summary>The address on one line.</summary>
    public override string ToString() => $"{Street}, {PostalCode} {City}, {Country}";
}
