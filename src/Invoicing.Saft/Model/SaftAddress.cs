namespace Invoicing.Saft;

/// <summary>An address.</summary>
public sealed class SaftAddress
{
    /// <summary>The number of the building.</summary>
    public string? BuildingNumber { get; set; }

    /// <summary>The street.</summary>
    public string? StreetName { get; set; }

    /// <summary>Street, number and floor in one text; Desconhecido where it is not known.</summary>
    public string? AddressDetail { get; set; }

    /// <summary>The town; Desconhecido where it is not known.</summary>
    public string? City { get; set; }

    /// <summary>The postal code; Desconhecido where it is not known.</summary>
    public string? PostalCode { get; set; }

    /// <summary>The district or region.</summary>
    public string? Region { get; set; }

    /// <summary>The country as two letters; of customers also Desconhecido.</summary>
    public string? Country { get; set; }

    /// <summary>The address in one line, for display.</summary>
    public override string ToString() => $"{AddressDetail}, {PostalCode} {City}, {Country}";
}
