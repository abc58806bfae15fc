namespace Invoicing.Sandbox.Saft;

// What is not known stays null; the writer puts the word that the law wants in its place.
internal sealed class SaftAddress
{
    public string? BuildingNumber { get; init; }

    public string? StreetName { get; init; }

    public string? Detail { get; init; }

    public string? City { get; init; }

    public string? PostalCode { get; init; }

    public string? Region { get; init; }

    /// <summary>Two capital letters of ISO 3166, or XK.</summary>
    public string? Country { get; init; }
}
