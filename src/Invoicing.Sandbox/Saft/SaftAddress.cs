namespace Invoicing.Sandbox.Saft;

// Unknown parts are null; the writer replaces them by the word that the law requires.
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
