using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using static Invoicing.Tests.Saft.TestLine;

namespace Invoicing.Tests.Saft;

/// <summary>A document of a test file; correct unless a test says otherwise.</summary>
internal sealed class TestDocument(string table, string number)
{
    /// <summary>What the four tables call the same things.</summary>
    private static readonly Dictionary<string, (string Element, string Number, string Name, string Origin)> Names = new()
    {
        ["SalesInvoices"] = ("Invoice", "InvoiceNo", "Invoice", "SourceBilling"),
        ["MovementOfGoods"] = ("StockMovement", "DocumentNumber", "Movement", "SourceBilling"),
        ["WorkingDocuments"] = ("WorkDocument", "DocumentNumber", "Work", "SourceBilling"),
        ["Payments"] = ("Payment", "PaymentRefNo", "Payment", "SourcePayment"),
    };

    public string Table { get; } = table;

    public string Number { get; } = number;

    public string Series => Number.Split('/')[0];

    public string Type { get; set; } = number.Split(' ')[0];

    public string Status { get; set; } = "N";

    public string? Reason { get; set; }

    public string Origin { get; set; } = "P";

    public string Date { get; set; } = "2026-03-02";

    public string Entry { get; set; } = "2026-03-02T10:15:30";

    public string? StatusDate { get; set; }

    public string? Atcud { get; set; }

    public string? Hash { get; set; }

    public string HashControl { get; set; } = "1";

    public string Customer { get; set; } = "C1";

    public string? Supplier { get; set; }

    public string SelfBilling { get; set; } = "0";

    public string? Period { get; set; }

    /// <summary>XML behind the three totals.</summary>
    public string InTotals { get; set; } = "";

    /// <summary>XML behind the totals: withholding taxes.</summary>
    public string AfterTotals { get; set; } = "";

    /// <summary>XML of the payment methods of a receipt.</summary>
    public string Methods { get; set; } = "";

    /// <summary>Start of the transport; the entry if nothing is said.</summary>
    public string? Start { get; set; }

    public string? End { get; set; }

    public decimal? Tax { get; set; }

    public decimal? Net { get; set; }

    public decimal? Gross { get; set; }

    public List<TestLine> Lines { get; } = [];

    public decimal NetTotal => Net ?? Math.Abs(Lines.Sum(line => line.IsDebit ? -line.Value : line.Value));

    public decimal TaxPayable => Tax ?? decimal.Round(Math.Abs(Lines.Sum(line => line.IsDebit ? -line.Tax : line.Tax)), 2);

    public decimal GrossTotal => Gross ?? NetTotal + TaxPayable;

    public TestDocument Line(decimal price, Action<TestLine>? change = null)
    {
        var line = new TestLine { Price = price, IsDebit = Type == "NC" };
        change?.Invoke(line);
        Lines.Add(line);
        return this;
    }

    /// <summary>What a program would sign.</summary>
    public string Message(string previousHash)
        => $"{Date};{Entry};{Number};{GrossTotal.ToString("0.00", CultureInfo.InvariantCulture)};{previousHash}";

    public string ToXml()
    {
        var (element, numberName, name, origin) = Names[Table];
        var isPayment = Table == "Payments";
        var date = isPayment ? "TransactionDate" : name + "Date";
        var period = Period is null ? "" : Tag("Period", Period);
        var status = Tag(
            "DocumentStatus",
            Tag(name + "Status", Status) + Tag(name + "StatusDate", StatusDate ?? Entry) + (Reason is null ? "" : Tag("Reason", Reason))
                + Tag("SourceID", "ana") + Tag(origin, Origin));
        var customer = Supplier is null ? Tag("CustomerID", Customer) : Tag("SupplierID", Supplier);
        var xml = new StringBuilder("<" + element + ">").Append(Tag(numberName, Number)).Append(Tag("ATCUD", Atcud ?? DefaultAtcud()));
        if (isPayment)
        {
            xml.Append(period).Append(Tag(date, Date)).Append(Tag("PaymentType", Type)).Append(status).Append(Methods).Append(Tag("SourceID", "ana"))
                .Append(Tag("SystemEntryDate", Entry)).Append(customer);
        }
        else
        {
            xml.Append(status).Append(Tag("Hash", Hash ?? FakeHash())).Append(Tag("HashControl", HashControl)).Append(period)
                .Append(Tag(date, Date)).Append(Tag(name + "Type", Type));
            xml.Append(Table switch
            {
                "SalesInvoices" => "<SpecialRegimes>" + Tag("SelfBillingIndicator", SelfBilling)
                    + "<CashVATSchemeIndicator>0</CashVATSchemeIndicator><ThirdPartiesBillingIndicator>0</ThirdPartiesBillingIndicator>"
                    + "</SpecialRegimes>" + Tag("SourceID", "ana") + Tag("SystemEntryDate", Entry) + customer,
                "MovementOfGoods" => Tag("SystemEntryDate", Entry) + customer + Tag("SourceID", "ana")
                    + (End is null ? "" : Tag("MovementEndTime", End)) + Tag("MovementStartTime", Start ?? Entry),
                _ => Tag("SourceID", "ana") + Tag("SystemEntryDate", Entry) + customer,
            });
        }

        for (var i = 0; i < Lines.Count; i++)
        {
            xml.Append(Lines[i].ToXml(Table, i + 1));
        }

        xml.Append("<DocumentTotals>").Append(Tag("TaxPayable", Text(TaxPayable))).Append(Tag("NetTotal", Text(NetTotal)))
            .Append(Tag("GrossTotal", Text(GrossTotal))).Append(InTotals).Append("</DocumentTotals>").Append(AfterTotals);
        return xml.Append("</" + element + ">").ToString();
    }

    private string DefaultAtcud()
    {
        // One code of eight characters for each series.
        var code = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Series)))[..8];
        return $"{code}-{Number.Split('/')[1].TrimStart('0')}";
    }

    private string FakeHash()
    {
        var half = SHA512.HashData(Encoding.UTF8.GetBytes(Number));
        return Convert.ToBase64String([.. half, .. SHA512.HashData(half)]);
    }
}
