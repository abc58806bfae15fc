using System.Text.RegularExpressions;

namespace Invoicing.Sandbox.Saft;

// Header and master data [official]: sections of the file that stand before the documents.
internal static class SaftMasterShapes
{
    private static readonly SaftShape<SaftAddress> AddressLines = new SaftShape<SaftAddress>()
        .Optional("BuildingNumber", 10, a => a.BuildingNumber)
        .Optional("StreetName", 200, a => a.StreetName)
        .Text("AddressDetail", 210, a => a.Detail)
        .Text("City", 50, a => a.City)
        .Text("PostalCode", 20, a => a.PostalCode)
        .Optional("Region", 50, a => a.Region);

    private static readonly SaftShape<SaftAddress> Address = new SaftShape<SaftAddress>()
        .Include(AddressLines, a => a)
        .Text("Country", 2, a => a.Country);

    // Here, and only here, a country may be unknown.
    public static readonly SaftShape<SaftAddress> CustomerAddress = new SaftShape<SaftAddress>()
        .Include(AddressLines, a => a)
        .Text("Country", 12, a => Regex.IsMatch(a.Country ?? string.Empty, "^[A-Z]{2}$") ? a.Country : null);

    public static readonly SaftShape<SaftFile> Header = new SaftShape<SaftFile>()
        .Text("AuditFileVersion", 10, _ => "1.04_01")
        .Text("CompanyID", 50, f => f.Company.RegistrationNumber ?? f.Company.TaxNumber)
        .Text("TaxRegistrationNumber", 9, f => f.Company.TaxNumber)
        .Text("TaxAccountingBasis", 1, f => f.Basis)
        .Text("CompanyName", 100, f => f.Company.Name)
        .Optional("BusinessName", 60, f => f.Company.BusinessName)
        .Group("CompanyAddress", Address, f => f.Company.Address)
        .Integer("FiscalYear", f => f.FiscalYear ?? f.StartDate.Year)
        .Date("StartDate", f => f.StartDate)
        .Date("EndDate", f => f.EndDate)
        .Text("CurrencyCode", 3, _ => "EUR")
        .Date("DateCreated", f => f.DateCreated)
        .Text("TaxEntity", 20, f => f.TaxEntity)
        .Text("ProductCompanyTaxID", 30, f => f.Software.MakerTaxNumber)
        .Integer("SoftwareCertificateNumber", f => f.Software.CertificateNumber)
        .Text("ProductID", 255, f => f.Software.ProductId)
        .Text("ProductVersion", 30, f => f.Software.ProductVersion)
        .Optional("HeaderComment", 255, f => f.Comment)
        .Optional("Telephone", 20, f => f.Company.Telephone)
        .Optional("Email", 254, f => f.Company.Email)
        .Optional("Website", 60, f => f.Company.Website);

    private static readonly SaftShape<SaftProduct> Product = new SaftShape<SaftProduct>()
        .Text("ProductType", 1, p => p.Type)
        .Text("ProductCode", 60, p => p.Code)
        .Optional("ProductGroup", 50, p => p.Group)
        .Text("ProductDescription", 200, p => p.Description, min: 2)
        .Text("ProductNumberCode", 60, p => p.NumberCode ?? p.Code);

    private static readonly SaftShape<SaftTax> TaxEntry = new SaftShape<SaftTax>()
        .Include(SaftLineShapes.TaxKey, t => t)
        .Text("Description", 255, t => t.Description)
        .Date("TaxExpirationDate", t => t.ExpirationDate)
        .Include(SaftLineShapes.TaxRate, t => t);

    private static readonly SaftShape<SaftFile> TaxTable = new SaftShape<SaftFile>()
        .Each("TaxTableEntry", TaxEntry, f => f.Taxes);

    public static readonly SaftShape<SaftFile> MasterFiles = new SaftShape<SaftFile>()
        .Each("Customer", Party<SaftCustomer>("Customer", "ShipToAddress", CustomerAddress), f => f.Customers)
        .Each("Supplier", Party<SaftSupplier>("Supplier", "ShipFromAddress", Address), f => f.Suppliers)
        .Each("Product", Product, f => f.Products)
        .Group("TaxTable", TaxTable, f => f.Taxes.Count > 0 ? f : null);

    private static SaftShape<T> Party<T>(string kind, string shipping, SaftShape<SaftAddress> address)
        where T : SaftParty => new SaftShape<T>()
        .Text(kind + "ID", 30, p => p.Id)
        .Text("AccountID", 30, p => p.AccountId)
        .Text(kind + "TaxID", 30, p => p.TaxNumber, unknown: SaftText.AnonymousTaxNumber)
        .Text("CompanyName", 100, p => p.Name)
        .Optional("Contact", 50, p => p.Contact)
        .Group("BillingAddress", address, p => p.BillingAddress)
        .Each(shipping, address, p => p.ShippingAddresses)
        .Optional("Telephone", 20, p => p.Telephone)
        .Optional("Email", 254, p => p.Email)
        .Optional("Website", 60, p => p.Website)
        .Flag("SelfBillingIndicator", p => p.SelfBilling);
}
