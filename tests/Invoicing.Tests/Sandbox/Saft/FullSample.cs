using System;
using Invoicing.Sandbox.Saft;

namespace Invoicing.Tests.SandboxSaft;

// A file in which every element that the writer knows occurs, and every free text is longer than any element may be.
internal static class FullSample
{
    private static readonly string Long = new('x', 400);

    private static readonly SaftAddress Address = new()
    {
        BuildingNumber = Long,
        StreetName = Long,
        Detail = Long,
        City = Long,
        PostalCode = Long,
        Region = Long,
        Country = "PT",
    };

    private static readonly SaftStatus Status = new() { Code = "N", Date = Sample.Moment, SourceId = Long, Reason = Long };

    private static readonly SaftTax Stamp = new()
    {
        Type = "IS", Code = "23.1", Amount = 0.5m, Description = Long, ExpirationDate = Sample.Day,
    };

    private static readonly SaftTax None = new() { Type = "NS", Code = "NS", Percentage = 0, Description = string.Empty };
    private static readonly SaftCurrency Currency = new() { Code = "USD", Amount = 111, ExchangeRate = 1.0812m };
    private static readonly SaftShipping Shipping = new() { DeliveryId = Long, DeliveryDate = Sample.Day, Address = Address };
    private static readonly SaftPaymentMethod Paid = new() { Mechanism = "TB", Amount = 1, Date = Sample.Day };

    private static readonly SaftWithholding Withholding = new() { Type = "IRS", Description = Long, Amount = 25 };
    private static readonly SaftSettlement Settlement = new() { Discount = Long, Amount = 1, Date = Sample.Day, PaymentTerms = Long };

    private static readonly SaftGoodsLine[] Lines =
    {
        Line(1, Sample.Normal, null),
        Line(2, Sample.Exempt, "M07"),
        Line(3, None, "M99"),
    };

    private static readonly SaftGoodsLine[] InvoiceLines = { Lines[0], Lines[1], Lines[2], Line(4, Stamp, null) };

    public static SaftFile File() => new()
    {
        Company = new SaftCompany
        {
            Name = Long,
            BusinessName = Long,
            TaxNumber = "599999993",
            RegistrationNumber = Long,
            Address = Address,
            Telephone = Long,
            Email = Long,
            Website = Long,
        },
        Software = new SaftSoftware { MakerTaxNumber = Long, CertificateNumber = 9999, ProductId = "a/" + Long, ProductVersion = Long },
        StartDate = new DateTime(2026, 3, 1),
        EndDate = new DateTime(2026, 3, 31),
        DateCreated = new DateTime(2026, 4, 1),
        TaxEntity = Long,
        Comment = Long,
        Customers = new[] { Customer("1") },
        Suppliers = new[]
        {
            new SaftSupplier { Id = "7", Name = Long, BillingAddress = Address, ShippingAddresses = new[] { Address } },
        },
        Products = new[] { new SaftProduct { Code = Long, Description = Long, Group = Long, NumberCode = Long } },
        Taxes = new[] { Sample.Normal, Sample.Exempt, None, Stamp },
        Invoices = new[] { Invoice() },
        StockMovements = new[] { Movement("GT A/1", "1", null), Movement("GD A/1", null, "7") },
        WorkDocuments = new[] { Work() },
        Payments = new[] { Receipt() },
    };

    private static SaftCustomer Customer(string id) => new()
    {
        Id = id,
        AccountId = Long,
        TaxNumber = Long,
        Name = Long,
        Contact = Long,
        BillingAddress = Address,
        ShippingAddresses = new[] { Address, new SaftAddress() },
        Telephone = Long,
        Email = Long,
        Website = Long,
        SelfBilling = true,
    };

    private static SaftInvoice Invoice() => new()
    {
        Number = "FT A/1",
        Atcud = "BCDF2345-1",
        Status = Status,
        Hash = Sample.Signature,
        HashControl = "1",
        Period = 3,
        Date = Sample.Day,
        Type = "FT",
        SourceId = Long,
        SystemEntryDate = Sample.Moment,
        CustomerId = "1",
        ShipTo = Shipping,
        ShipFrom = Shipping,
        MovementEnd = Sample.Moment,
        MovementStart = Sample.Moment,
        Lines = InvoiceLines,
        Totals = SaftTotals.Of(InvoiceLines),
        Currency = Currency,
        Settlements = new[] { Settlement, Settlement },
        PaidBy = new[] { Paid, Paid },
        Withholdings = new[] { Withholding },
    };

    private static SaftStockMovement Movement(string number, string? customer, string? supplier) => new()
    {
        Number = number,
        Atcud = "BCDF2346-1",
        Status = Status,
        Hash = Sample.Signature,
        HashControl = "1",
        Period = 3,
        Date = Sample.Day,
        Type = number[..2],
        SystemEntryDate = Sample.Moment,
        CustomerId = customer,
        SupplierId = supplier,
        SourceId = Long,
        Comments = Long,
        ShipTo = Shipping,
        ShipFrom = Shipping,
        MovementEnd = Sample.Moment,
        MovementStart = Sample.Moment,
        TransportCode = Long,
        Lines = Lines,
        Totals = SaftTotals.Of(Lines),
        Currency = Currency,
    };

    private static SaftWorkDocument Work() => new()
    {
        Number = "OR A/1",
        Atcud = "BCDF2347-1",
        Status = Status,
        Hash = Sample.Signature,
        HashControl = "1",
        Period = 3,
        Date = Sample.Day,
        Type = "OR",
        SourceId = Long,
        SystemEntryDate = Sample.Moment,
        CustomerId = "1",
        Lines = Lines,
        Totals = SaftTotals.Of(Lines),
        Currency = Currency,
    };

    private static SaftPayment Receipt() => new()
    {
        Number = "RG A/1",
        Atcud = "BCDF2348-1",
        Period = 3,
        Date = Sample.Day,
        Type = "RC",
        Description = Long,
        SystemId = Long,
        Status = Status,
        PaidBy = new[] { Paid },
        SourceId = Long,
        SystemEntryDate = Sample.Moment,
        CustomerId = "1",
        Lines = new[]
        {
            new SaftPaymentLine
            {
                Number = 1,
                Documents = new[] { new SaftPaidDocument { Number = "FT A/1", Date = Sample.Day, Description = Long } },
                SettlementAmount = 1,
                Amount = 100,
                Tax = Sample.Exempt,
                ExemptionCode = "M07",
                ExemptionReason = "Isenta",
            },
        },
        Totals = new SaftTotals { NetTotal = 100, TaxPayable = 0, GrossTotal = 100 },
        SettlementAmount = 1,
        Currency = Currency,
        Withholdings = new[] { Withholding },
    };

    private static SaftGoodsLine Line(int number, SaftTax tax, string? exemption) => new()
    {
        Number = number,
        Orders = new[] { new SaftOrderReference { Number = Long, Date = Sample.Day } },
        ProductCode = Long,
        ProductDescription = Long,
        Quantity = 2,
        UnitOfMeasure = Long,
        UnitPrice = 50,
        TaxPointDate = Sample.Day,
        References = new[] { new SaftReference { Number = Long, Reason = Long } },
        Description = Long,
        Amount = 100,
        Tax = tax,
        ExemptionCode = exemption,
        ExemptionReason = exemption == null ? null : Long,
        SettlementAmount = 1,
    };
}
