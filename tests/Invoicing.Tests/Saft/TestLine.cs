using System.Globalization;
using System.Text;

namespace Invoicing.Tests.Saft;

/// <summary>A line of a test document; correct unless a test says otherwise.</summary>
internal sealed class TestLine
{
    public int? Number { get; set; }

    public string Product { get; set; } = "P1";

    public decimal Quantity { get; set; } = 1m;

    public decimal Price { get; set; }

    public decimal? TaxBase { get; set; }

    public bool IsDebit { get; set; }

    /// <summary>The amount; quantity times price if nothing is said.</summary>
    public decimal? Amount { get; set; }

    public string TaxType { get; set; } = "IVA";

    public string TaxRegion { get; set; } = "PT";

    public string? TaxCode { get; set; } = "NOR";

    public decimal TaxRate { get; set; } = 23m;

    /// <summary>A fixed amount instead of a percentage.</summary>
    public bool IsTaxAmount { get; set; }

    public string? ExemptionReason { get; set; }

    public string? ExemptionCode { get; set; }

    /// <summary>The document that the line corrects or pays.</summary>
    public string? Reference { get; set; }

    public string ReferenceDate { get; set; } = "2026-03-02";

    public decimal? Settlement { get; set; }

    public decimal Value => Amount ?? decimal.Round(Quantity * Price, 2);

    public decimal Tax => IsTaxAmount ? Quantity * TaxRate : (TaxBase ?? Value) * (TaxCode is null ? 0 : TaxRate) / 100m;

    public TestLine Exempt(string code = "M07", string reason = "Isento artigo 9.o")
    {
        (TaxCode, TaxRate, ExemptionCode, ExemptionReason) = ("ISE", 0m, code, reason);
        return this;
    }

    public string ToXml(string table, int index)
    {
        var xml = new StringBuilder("<Line>").Append(Tag("LineNumber", Text(Number ?? index)));
        if (table == "Payments")
        {
            xml.Append("<SourceDocumentID>").Append(Tag("OriginatingON", Reference ?? "FT OLD/1")).Append(Tag("InvoiceDate", ReferenceDate))
                .Append("</SourceDocumentID>");
            Append(xml, "SettlementAmount", Settlement is { } discount ? Text(discount) : null);
        }
        else
        {
            xml.Append(Tag("ProductCode", Product)).Append(Tag("ProductDescription", "Consultoria &amp; apoio")).Append(
                Tag("Quantity", Text(Quantity)))
                .Append(Tag("UnitOfMeasure", "Un")).Append(Tag("UnitPrice", Text(Price)));
            Append(xml, "TaxBase", TaxBase is { } taxBase ? Text(taxBase) : null);
            Append(xml, "TaxPointDate", table == "MovementOfGoods" ? null : "2026-03-02");
            if (Reference is not null)
            {
                xml.Append("<References>").Append(Tag("Reference", Reference)).Append(Tag("Reason", "Engano")).Append("</References>");
            }

            xml.Append(Tag("Description", "Consultoria"));
        }

        xml.Append(Tag(IsDebit ? "DebitAmount" : "CreditAmount", Text(Value)));
        if (TaxCode is not null)
        {
            xml.Append("<Tax>").Append(Tag("TaxType", TaxType)).Append(Tag("TaxCountryRegion", TaxRegion)).Append(Tag("TaxCode", TaxCode))
                .Append(Tag(IsTaxAmount ? "TaxAmount" : "TaxPercentage", Text(TaxRate))).Append("</Tax>");
        }

        Append(xml, "TaxExemptionReason", ExemptionReason);
        Append(xml, "TaxExemptionCode", ExemptionCode);
        return xml.Append("</Line>").ToString();
    }

    public static string Tag(string name, string value) => $"<{name}>{value}</{name}>";

    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Append(StringBuilder xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.Append(Tag(name, value));
        }
    }
}
