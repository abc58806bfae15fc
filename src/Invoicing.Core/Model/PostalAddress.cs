using System.Linq;
using Newtonsoft.Json;

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
    [JsonIgnore] // For ConvertTo-Json, which warns of what lies deeper than two levels.
    public ExtraFields Extra => _extra ??= new ExtraFields();

    internal bool HasExtra => _extra is { Count: > 0 };

    internal PostalAddress Copy()
    {
        var copy = (PostalAddress)MemberwiseClone();
        copy._extra = _extra?.Copy();
        return copy;
    }

    /// <summary>The address on one line, such as <c>Rua do Forno 3 | 4700-000 | Braga | Portugal</c>; <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Join(" | ", Street, PostalCode, City, Country);

    /// <summary>Reads an address from its line.</summary>
    /// <param name="text">Street, postal code, city and country.</param>
    /// <returns>The address; <c>null</c> if the text has not these four parts.</returns>
    public static PostalAddress? Parse(string text)
    {
        string?[] parts = [.. text.Split('|').Select(part => part.Trim()).Select(part => part.Length == 0 ? null : part)];
        return parts.Length == 4 ? new PostalAddress { Street = parts[0], PostalCode = parts[1], City = parts[2], Country = parts[3] } : null;
    }
}
