namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Place where a guide's goods are loaded or delivered.</summary>
internal sealed class PlaceRecord
{
    public PlaceRecord(string detail, string city, string postalCode, string country)
    {
        Detail = detail;
        City = city;
        PostalCode = postalCode;
        Country = country;
    }

    public string Detail { get; }

    public string City { get; }

    public string PostalCode { get; }

    public string Country { get; }
}
