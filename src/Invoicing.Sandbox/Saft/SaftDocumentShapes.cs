namespace Invoicing.Sandbox.Saft;

// The documents of the four tables [official].
internal static class SaftDocumentShapes
{
    private static readonly SaftShape<SaftCurrency> Currency = new SaftShape<SaftCurrency>()
        .Text("CurrencyCode", 3, c => c.Code)
        .Money("CurrencyAmount", c => c.Amount)
        .Amount("ExchangeRate", c => c.ExchangeRate);

    private static readonly SaftShape<SaftSettlement> Settlement = new SaftShape<SaftSettlement>()
        .Optional("SettlementDiscount", 30, s => s.Discount)
        .Money("SettlementAmount", s => s.Amount)
        .Date("SettlementDate", s => s.Date)
        .Optional("PaymentTerms", 100, s => s.PaymentTerms);

    private static readonly SaftShape<SaftPaymentMethod> PaidBy = new SaftShape<SaftPaymentMethod>()
        .Optional("PaymentMechanism", 2, p => p.Mechanism)
        .Money("PaymentAmount", p => p.Amount)
        .Date("PaymentDate", p => p.Date);

    private static readonly SaftShape<SaftWithholding> Withholding = new SaftShape<SaftWithholding>()
        .Optional("WithholdingTaxType", 3, w => w.Type)
        .Optional("WithholdingTaxDescription", 60, w => w.Description)
        .Money("WithholdingTaxAmount", w => w.Amount);

    private static readonly SaftShape<SaftShipping> Shipping = new SaftShape<SaftShipping>()
        .Optional("DeliveryID", 255, s => s.DeliveryId)
        .Date("DeliveryDate", s => s.DeliveryDate)
        .Group("Address", SaftMasterShapes.CustomerAddress, s => s.Address);

    private static readonly SaftShape<SaftDocument> Sums = new SaftShape<SaftDocument>()
        .Money("TaxPayable", d => d.Totals.TaxPayable)
        .Money("NetTotal", d => d.Totals.NetTotal)
        .Money("GrossTotal", d => d.Totals.GrossTotal);

    private static readonly SaftShape<SaftGoodsDocument> GoodsTotals = new SaftShape<SaftGoodsDocument>()
        .Include(Sums, d => d)
        .Group("Currency", Currency, d => d.Currency);

    private static readonly SaftShape<SaftInvoice> InvoiceTotals = new SaftShape<SaftInvoice>()
        .Include(GoodsTotals, d => d)
        .Each("Settlement", Settlement, d => d.Settlements)
        .Each("Payment", PaidBy, d => d.PaidBy);

    private static readonly SaftShape<SaftPayment> ReceiptSettlement = new SaftShape<SaftPayment>()
        .Money("SettlementAmount", d => d.SettlementAmount);

    // Settlement stands before currency here, and has another structure than in invoices.
    private static readonly SaftShape<SaftPayment> ReceiptTotals = new SaftShape<SaftPayment>()
        .Include(Sums, d => d)
        .Group("Settlement", ReceiptSettlement, d => d.SettlementAmount == null ? null : d)
        .Group("Currency", Currency, d => d.Currency);

    private static readonly SaftShape<SaftInvoice> SpecialRegimes = new SaftShape<SaftInvoice>()
        .Flag("SelfBillingIndicator", d => d.SelfBilling)
        .Flag("CashVATSchemeIndicator", d => d.CashVat)
        .Flag("ThirdPartiesBillingIndicator", d => d.ThirdPartyBilling);

    public static readonly SaftShape<SaftInvoice> Invoice = new SaftShape<SaftInvoice>()
        .Include(Beginning("InvoiceNo", "Invoice"), d => d)
        .Date("InvoiceDate", d => d.Date)
        .Text("InvoiceType", 2, d => d.Type)
        .Group("SpecialRegimes", SpecialRegimes, d => d)
        .Text("SourceID", 30, d => d.SourceId)
        .Time("SystemEntryDate", d => d.SystemEntryDate)
        .Text("CustomerID", 30, d => d.CustomerId)
        .Group("ShipTo", Shipping, d => d.ShipTo)
        .Group("ShipFrom", Shipping, d => d.ShipFrom)
        .Time("MovementEndTime", d => d.MovementEnd)
        .Time("MovementStartTime", d => d.MovementStart)
        .Each("Line", SaftLineShapes.Sale, d => d.Lines)
        .Group("DocumentTotals", InvoiceTotals, d => d)
        .Each("WithholdingTax", Withholding, d => d.Withholdings);

    public static readonly SaftShape<SaftStockMovement> StockMovement = new SaftShape<SaftStockMovement>()
        .Include(Beginning("DocumentNumber", "Movement"), d => d)
        .Date("MovementDate", d => d.Date)
        .Text("MovementType", 2, d => d.Type)
        .Time("SystemEntryDate", d => d.SystemEntryDate)
        .Optional("CustomerID", 30, d => d.CustomerId)
        .Optional("SupplierID", 30, d => d.SupplierId)
        .Text("SourceID", 30, d => d.SourceId)
        .Optional("MovementComments", 60, d => d.Comments)
        .Group("ShipTo", Shipping, d => d.ShipTo)
        .Group("ShipFrom", Shipping, d => d.ShipFrom)
        .Time("MovementEndTime", d => d.MovementEnd)
        .Time("MovementStartTime", d => d.MovementStart)
        .Optional("ATDocCodeID", 200, d => d.TransportCode)
        .Each("Line", SaftLineShapes.Stock, d => d.Lines)
        .Group("DocumentTotals", GoodsTotals, d => d);

    public static readonly SaftShape<SaftWorkDocument> WorkDocument = new SaftShape<SaftWorkDocument>()
        .Include(Beginning("DocumentNumber", "Work"), d => d)
        .Date("WorkDate", d => d.Date)
        .Text("WorkType", 2, d => d.Type)
        .Text("SourceID", 30, d => d.SourceId)
        .Time("SystemEntryDate", d => d.SystemEntryDate)
        .Text("CustomerID", 30, d => d.CustomerId)
        .Each("Line", SaftLineShapes.Sale, d => d.Lines)
        .Group("DocumentTotals", GoodsTotals, d => d);

    public static readonly SaftShape<SaftPayment> Payment = new SaftShape<SaftPayment>()
        .Text("PaymentRefNo", 60, d => d.Number)
        .Text("ATCUD", 100, d => d.Atcud)
        .Integer("Period", d => d.Period)
        .Date("TransactionDate", d => d.Date)
        .Text("PaymentType", 2, d => d.Type)
        .Optional("Description", 200, d => d.Description)
        .Optional("SystemID", 60, d => d.SystemId)
        .Group("DocumentStatus", Status("Payment", "SourcePayment"), d => d.Status)
        .Each("PaymentMethod", PaidBy, d => d.PaidBy)
        .Text("SourceID", 30, d => d.SourceId)
        .Time("SystemEntryDate", d => d.SystemEntryDate)
        .Text("CustomerID", 30, d => d.CustomerId)
        .Each("Line", SaftLineShapes.Receipt, d => d.Lines)
        .Group("DocumentTotals", ReceiptTotals, d => d)
        .Each("WithholdingTax", Withholding, d => d.Withholdings);

    private static SaftShape<SaftGoodsDocument> Beginning(string number, string kind) => new SaftShape<SaftGoodsDocument>()
        .Text(number, 60, d => d.Number)
        .Text("ATCUD", 100, d => d.Atcud)
        .Group("DocumentStatus", Status(kind, "SourceBilling"), d => d.Status)
        .Text("Hash", 172, d => d.Hash)
        .Text("HashControl", 70, d => d.HashControl)
        .Integer("Period", d => d.Period);

    private static SaftShape<SaftStatus> Status(string kind, string source) => new SaftShape<SaftStatus>()
        .Text(kind + "Status", 1, s => s.Code)
        .Time(kind + "StatusDate", s => s.Date)
        .Optional("Reason", 50, s => s.Reason)
        .Text("SourceID", 30, s => s.SourceId)
        .Text(source, 1, s => s.Source);
}
