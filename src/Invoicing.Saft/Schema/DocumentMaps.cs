using System.Collections.Generic;

namespace Invoicing.Saft.Schema;

/// <summary>The maps of the documents and of what is in them.</summary>
internal static class DocumentMaps
{
    private static readonly ModelMap Document = new ModelMap<SaftDocument>()
        .Text("InvoiceNo DocumentNumber PaymentRefNo", (d, v) => d.Number = v)
        .Text("ATCUD", (d, v) => d.Atcud = v)
        .Text("InvoiceStatus MovementStatus WorkStatus PaymentStatus", (d, v) => d.Status = v)
        .Time("InvoiceStatusDate MovementStatusDate WorkStatusDate PaymentStatusDate", (d, v) => d.StatusDate = v)
        .Text("Reason", (d, v) => d.Reason = v)
        .Text("DocumentStatus/SourceID", (d, v) => d.StatusSourceId = v)
        .Text("SourceBilling SourcePayment", (d, v) => d.SourceBilling = v)
        .Text("Hash", (d, v) => d.Hash = v)
        .Text("HashControl", (d, v) => d.HashControl = v)
        .Small("Period", (d, v) => d.Period = v)
        .Date("InvoiceDate MovementDate WorkDate TransactionDate", (d, v) => d.Date = v)
        .Text("InvoiceType MovementType WorkType PaymentType", (d, v) => d.Type = v)
        .Text("SourceID", (d, v) => d.SourceId = v)
        .Text("EACCode", (d, v) => d.EacCode = v)
        .Time("SystemEntryDate", (d, v) => d.SystemEntryDate = v)
        .Text("TransactionID", (d, v) => d.TransactionId = v)
        .Text("CustomerID", (d, v) => d.CustomerId = v)
        .Child("Line", d => Added(d.Lines))
        .Number("TaxPayable", (d, v) => d.TaxPayable = v)
        .Number("NetTotal", (d, v) => d.NetTotal = v)
        .Number("GrossTotal", (d, v) => d.GrossTotal = v)
        .Child("Currency", d => d.Currency = new SaftCurrency())
        .Child("Settlement", d => Added(d.Settlements))
        .Child("Payment PaymentMethod", d => Added(d.PaymentMethods))
        .Child("WithholdingTax", d => Added(d.WithholdingTaxes));

    private static readonly ModelMap Transport = new ModelMap<SaftTransportDocument>(Document)
        .Child("ShipTo", d => d.ShipTo = new SaftShipment())
        .Child("ShipFrom", d => d.ShipFrom = new SaftShipment())
        .Time("MovementStartTime", (d, v) => d.MovementStartTime = v)
        .Time("MovementEndTime", (d, v) => d.MovementEndTime = v);

    private static readonly ModelMap Invoice = new ModelMap<SaftInvoice>(Transport)
        .Flag("SelfBillingIndicator", (d, v) => d.SelfBilling = v)
        .Flag("CashVATSchemeIndicator", (d, v) => d.CashVatScheme = v)
        .Flag("ThirdPartiesBillingIndicator", (d, v) => d.ThirdPartiesBilling = v);

    private static readonly ModelMap StockMovement = new ModelMap<SaftStockMovement>(Transport)
        .Text("SupplierID", (d, v) => d.SupplierId = v)
        .Text("MovementComments", (d, v) => d.Comments = v)
        .Text("ATDocCodeID", (d, v) => d.AtDocCodeId = v);

    private static readonly ModelMap Payment = new ModelMap<SaftPayment>(Document)
        .Text("Description", (d, v) => d.Description = v)
        .Text("SystemID", (d, v) => d.SystemId = v);

    private static readonly ModelMap Line = new ModelMap<SaftLine>()
        .Integer("LineNumber", (l, v) => l.LineNumber = v)
        .Child("OrderReferences", l => Added(l.OrderReferences))
        .Text("ProductCode", (l, v) => l.ProductCode = v)
        .Text("ProductDescription", (l, v) => l.ProductDescription = v)
        .Number("Quantity", (l, v) => l.Quantity = v)
        .Text("UnitOfMeasure", (l, v) => l.UnitOfMeasure = v)
        .Number("UnitPrice", (l, v) => l.UnitPrice = v)
        .Number("TaxBase", (l, v) => l.TaxBase = v)
        .Date("TaxPointDate", (l, v) => l.TaxPointDate = v)
        .Child("References", l => Added(l.References))
        .Child("SourceDocumentID", l => Added(l.SourceDocuments))
        .Text("Description", (l, v) => l.Description = v)
        .Text("SerialNumber", (l, v) => l.SerialNumbers.Add(v))
        .Number("DebitAmount", (l, v) => l.DebitAmount = v)
        .Number("CreditAmount", (l, v) => l.CreditAmount = v)
        .Child("Tax", l => l.Tax = new SaftTax())
        .Text("TaxExemptionReason", (l, v) => l.TaxExemptionReason = v)
        .Text("TaxExemptionCode", (l, v) => l.TaxExemptionCode = v)
        .Number("SettlementAmount", (l, v) => l.SettlementAmount = v)
        .Text("ARCNo", (l, v) => l.ArcNumbers.Add(v))
        .Number("IECAmount", (l, v) => l.IecAmount = v);

    private static readonly ModelMap Tax = new ModelMap<SaftTax>()
        .Text("TaxType", (t, v) => t.Type = v)
        .Text("TaxCountryRegion", (t, v) => t.Region = v)
        .Text("TaxCode", (t, v) => t.Code = v)
        .Number("TaxPercentage", (t, v) => t.Percentage = v)
        .Number("TaxAmount", (t, v) => t.Amount = v);

    private static readonly ModelMap Shipment = new ModelMap<SaftShipment>()
        .Text("DeliveryID", (s, v) => s.DeliveryIds.Add(v))
        .Date("DeliveryDate", (s, v) => s.DeliveryDate = v)
        .Text("WarehouseID", (s, v) => s.WarehouseIds.Add(v))
        .Text("LocationID", (s, v) => s.LocationIds.Add(v))
        .Child("Address", s => s.Address = new SaftAddress());

    private static readonly ModelMap Currency = new ModelMap<SaftCurrency>()
        .Text("CurrencyCode", (c, v) => c.Code = v)
        .Number("CurrencyAmount", (c, v) => c.Amount = v)
        .Number("ExchangeRate", (c, v) => c.ExchangeRate = v);

    private static readonly ModelMap Settlement = new ModelMap<SaftSettlement>()
        .Text("SettlementDiscount", (s, v) => s.Discount = v)
        .Number("SettlementAmount", (s, v) => s.Amount = v)
        .Date("SettlementDate", (s, v) => s.Date = v)
        .Text("PaymentTerms", (s, v) => s.PaymentTerms = v);

    private static readonly ModelMap PaymentMethod = new ModelMap<SaftPaymentMethod>()
        .Text("PaymentMechanism", (p, v) => p.Mechanism = v)
        .Number("PaymentAmount", (p, v) => p.Amount = v)
        .Date("PaymentDate", (p, v) => p.Date = v);

    private static readonly ModelMap WithholdingTax = new ModelMap<SaftWithholdingTax>()
        .Text("WithholdingTaxType", (w, v) => w.Type = v)
        .Text("WithholdingTaxDescription", (w, v) => w.Description = v)
        .Number("WithholdingTaxAmount", (w, v) => w.Amount = v);

    private static readonly ModelMap OrderReference = new ModelMap<SaftOrderReference>()
        .Text("OriginatingON", (r, v) => r.OriginatingOn = v)
        .Date("OrderDate", (r, v) => r.OrderDate = v);

    private static readonly ModelMap LineReference = new ModelMap<SaftLineReference>()
        .Text("Reference", (r, v) => r.Reference = v)
        .Text("Reason", (r, v) => r.Reason = v);

    private static readonly ModelMap SourceReference = new ModelMap<SaftSourceReference>()
        .Text("OriginatingON", (r, v) => r.OriginatingOn = v)
        .Date("InvoiceDate", (r, v) => r.InvoiceDate = v)
        .Text("Description", (r, v) => r.Description = v);

    public static IEnumerable<ModelMap> All =>
    [
        Invoice, StockMovement, new ModelMap<SaftWorkDocument>(Document), Payment,
        Line, Tax, Shipment, Currency, Settlement, PaymentMethod, WithholdingTax, OrderReference, LineReference, SourceReference,
    ];

    private static T Added<T>(List<T> list)
        where T : new() => ModelMaps.Added(list);
}
