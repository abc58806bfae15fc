using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Saft;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Company, customers, products and taxes in the words of the SAF-T file.</summary>
internal static class SaftMasters
{
    private static readonly string[] RatedCodes = { "NOR", "INT", "RED", "OUT" };

    public static SaftCompany Company(AccountRecord account) => new()
    {
        Name = account.OrganizationName,
        TaxNumber = account.FiscalId ?? TaxNumber.FinalConsumer,
        Address = new SaftAddress
        {
            Detail = account.Address,
            City = account.City,
            PostalCode = account.PostalCode,
            Country = "PT",
        },
        Telephone = account.Phone,
        Email = account.Email,
    };

    public static SaftCustomer Customer(ClientRecord client) => new()
    {
        Id = CustomerId(client),
        TaxNumber = client.FiscalId,
        Name = client.Name,
        BillingAddress = new SaftAddress
        {
            Detail = client.Address,
            City = client.City,
            PostalCode = client.PostalCode,
            Country = Countries.IsoCode(client.Country),
        },
        Telephone = client.Phone,
        Email = client.Email,
        Website = client.Website,
    };

    public static string CustomerId(ClientRecord client) => client.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name, cut to the length that the file allows; items that differ only beyond it are one product there.</summary>
    public static string ProductCode(LineRecord line) => SaftText.Clean(line.Name, 60);

    public static SaftProduct Product(IGrouping<string, LineRecord> lines) => new()
    {
        Type = lines.All(line => line.Unit is "hour" or "day" or "month" or "service") ? "S" : "P",
        Code = lines.Key,
        Description = Description(lines.Last()),
    };

    /// <summary>Description of a product. The file requires two characters, so a shorter one is replaced.</summary>
    public static string Description(LineRecord line)
    {
        var text = SaftText.Clean(line.Description, 200);
        return text.Length >= 2 ? text : "Artigo " + ProductCode(line);
    }

    /// <summary>A tax whose region or code the file does not know takes the ones that its rate has in Portugal.</summary>
    public static SaftTax Tax(TaxRecord tax)
    {
        var region = tax.Region is null or "Desconhecido" ? "PT" : tax.Region;
        var byRate = SaftTax.Vat(tax.Value, region);
        return tax.Value > 0 && RatedCodes.Contains(tax.Code)
            ? new SaftTax { Region = region, Code = tax.Code!, Percentage = tax.Value, Description = byRate.Description }
            : byRate;
    }
}
