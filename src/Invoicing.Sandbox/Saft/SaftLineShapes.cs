using Invoicing.Shared;

namespace Invoicing.Sandbox.Saft;

// The lines of the documents, and the tax that a line shares with the tax table [official].
internal static class SaftLineShapes
{
    public static readonly SaftShape<SaftTax> TaxKey = new SaftShape<SaftTax>()
        .Text("TaxType", 3, t => t.Type)
        .Text("TaxCountryRegion", 5, t => t.Region)
        .Text("TaxCode", 10, t => t.Code);

    public static readonly SaftShape<SaftTax> TaxRate = new SaftShape<SaftTax>()
        .Amount("TaxPercentage", t => t.Amount == null ? t.Percentage ?? 0 : null)
        .Amount("TaxAmount", t => t.Amount);

    private static readonly SaftShape<SaftTax> Tax = new SaftShape<SaftTax>()
        .Include(TaxKey, t => t)
        .Include(TaxRate, t => t);

    private static readonly SaftShape<SaftLine> Sides = new SaftShape<SaftLine>()
        .Amount("DebitAmount", l => l.IsDebit ? l.Amount : null)
        .Amount("CreditAmount", l => l.IsDebit ? null : l.Amount);

    private static readonly SaftShape<SaftLine> Taxation = new SaftShape<SaftLine>()
        .Group("Tax", Tax, l => l.Tax)
        .Optional("TaxExemptionReason", 60, l => l.ExemptionReason ?? ExemptionReasons.Of(l.ExemptionCode), min: 6)
        .Optional("TaxExemptionCode", 60, l => l.ExemptionCode);

    private static readonly SaftShape<SaftOrderReference> Order = new SaftShape<SaftOrderReference>()
        .Optional("OriginatingON", 60, o => o.Number)
        .Date("OrderDate", o => o.Date);

    private static readonly SaftShape<SaftReference> Reference = new SaftShape<SaftReference>()
        .Optional("Reference", 60, r => r.Number)
        .Optional("Reason", 50, r => r.Reason);

    private static readonly SaftShape<SaftGoodsLine> Goods = new SaftShape<SaftGoodsLine>()
        .Integer("LineNumber", l => l.Number)
        .Each("OrderReferences", Order, l => l.Orders)
        .Text("ProductCode", 60, l => l.ProductCode)
        .Text("ProductDescription", 200, l => l.ProductDescription, min: 2)
        .Quantity("Quantity", l => l.Quantity)
        .Text("UnitOfMeasure", 20, l => l.UnitOfMeasure)
        .Amount("UnitPrice", l => l.UnitPrice);

    private static readonly SaftShape<SaftGoodsLine> Ending = new SaftShape<SaftGoodsLine>()
        .Text("Description", 200, l => l.Description ?? l.ProductDescription)
        .Include(Sides, l => l)
        .Include(Taxation, l => l)
        .Amount("SettlementAmount", l => l.SettlementAmount);

    public static readonly SaftShape<SaftGoodsLine> Sale = new SaftShape<SaftGoodsLine>()
        .Include(Goods, l => l)
        .Amount("TaxBase", l => l.TaxBase)
        .Date("TaxPointDate", l => l.TaxPointDate)
        .Each("References", Reference, l => l.References)
        .Include(Ending, l => l);

    public static readonly SaftShape<SaftGoodsLine> Stock = new SaftShape<SaftGoodsLine>()
        .Include(Goods, l => l)
        .Include(Ending, l => l);

    private static readonly SaftShape<SaftPaidDocument> PaidDocument = new SaftShape<SaftPaidDocument>()
        .Text("OriginatingON", 60, d => d.Number)
        .Date("InvoiceDate", d => d.Date)
        .Optional("Description", 200, d => d.Description);

    public static readonly SaftShape<SaftPaymentLine> Receipt = new SaftShape<SaftPaymentLine>()
        .Integer("LineNumber", l => l.Number)
        .Each("SourceDocumentID", PaidDocument, l => l.Documents)
        .Amount("SettlementAmount", l => l.SettlementAmount)
        .Include(Sides, l => l)
        .Include(Taxation, l => l);
}
