using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Invoicing.Sandbox.Saft;
using Xunit;

namespace Invoicing.Tests.SandboxSaft;

// Walks a file and compares the content of every element with the content models of the schema (docs/facts/saft-pt.md#elements).
public sealed class SaftStructureTests
{
    private const string Address =
        "BuildingNumber(10)? StreetName(200)? AddressDetail(210) City(50) PostalCode(20) Region(50)? Country(12)";

    private const string TaxTotals = "TaxPayable NetTotal GrossTotal";

    private const string GoodsLine =
        "LineNumber OrderReferences* ProductCode(60) ProductDescription(200) Quantity UnitOfMeasure(20) UnitPrice";

    private const string Exemption = "TaxExemptionReason(60)? TaxExemptionCode?";

    private const string SaleLine = GoodsLine
        + " TaxBase? TaxPointDate References* Description(200) ProductSerialNumber? DebitAmount|CreditAmount Tax " + Exemption
        + " SettlementAmount? CustomsInformation?";

    // The parent stands before the slash where a name means different things in different places.
    private static readonly Dictionary<string, string> Models = new()
    {
        ["AuditFile"] = "Header MasterFiles GeneralLedgerEntries? SourceDocuments?",
        ["Header"] = "AuditFileVersion CompanyID(50) TaxRegistrationNumber TaxAccountingBasis CompanyName(100) BusinessName(60)? "
            + "CompanyAddress FiscalYear StartDate EndDate CurrencyCode DateCreated TaxEntity(20) ProductCompanyTaxID(30) "
            + "SoftwareCertificateNumber ProductID(255) ProductVersion(30) HeaderComment(255)? Telephone(20)? Fax(20)? "
            + "Email(254)? Website(60)?",
        ["MasterFiles"] = "GeneralLedgerAccounts? Customer* Supplier* Product* TaxTable?",
        ["CompanyAddress"] = Address,
        ["BillingAddress"] = Address,
        ["ShipToAddress"] = Address,
        ["ShipFromAddress"] = Address,
        ["Address"] = Address,
        ["Customer"] = "CustomerID(30) AccountID(30) CustomerTaxID(30) CompanyName(100) Contact(50)? BillingAddress ShipToAddress* "
            + "Telephone(20)? Fax(20)? Email(254)? Website(60)? SelfBillingIndicator",
        ["Supplier"] = "SupplierID(30) AccountID(30) SupplierTaxID(30) CompanyName(100) Contact(50)? BillingAddress ShipFromAddress* "
            + "Telephone(20)? Fax(20)? Email(254)? Website(60)? SelfBillingIndicator",
        ["Product"] = "ProductType ProductCode(60) ProductGroup(50)? ProductDescription(200) ProductNumberCode(60) CustomsDetails?",
        ["TaxTable"] = "TaxTableEntry+",
        ["TaxTableEntry"] = "TaxType TaxCountryRegion TaxCode(10) Description(255) TaxExpirationDate? TaxPercentage|TaxAmount",
        ["SourceDocuments"] = "SalesInvoices? MovementOfGoods? WorkingDocuments? Payments?",
        ["SalesInvoices"] = "NumberOfEntries TotalDebit TotalCredit Invoice*",
        ["MovementOfGoods"] = "NumberOfMovementLines TotalQuantityIssued StockMovement*",
        ["WorkingDocuments"] = "NumberOfEntries TotalDebit TotalCredit WorkDocument*",
        ["Payments"] = "NumberOfEntries TotalDebit TotalCredit Payment*",
        ["Invoice"] = "InvoiceNo(60) ATCUD(100) DocumentStatus Hash(172) HashControl(70) Period? InvoiceDate InvoiceType SpecialRegimes "
            + "SourceID(30) EACCode? SystemEntryDate TransactionID? CustomerID(30) ShipTo? ShipFrom? MovementEndTime? "
            + "MovementStartTime? Line+ DocumentTotals WithholdingTax*",
        ["Invoice/DocumentStatus"] = "InvoiceStatus InvoiceStatusDate Reason(50)? SourceID(30) SourceBilling",
        ["SpecialRegimes"] = "SelfBillingIndicator CashVATSchemeIndicator ThirdPartiesBillingIndicator",
        ["ShipTo"] = "DeliveryID(255)* DeliveryDate? Address?",
        ["ShipFrom"] = "DeliveryID(255)* DeliveryDate? Address?",
        ["Invoice/Line"] = SaleLine,
        ["OrderReferences"] = "OriginatingON(60)? OrderDate?",
        ["References"] = "Reference(60)? Reason(50)?",
        ["Tax"] = "TaxType TaxCountryRegion TaxCode(10) TaxPercentage|TaxAmount",
        ["Invoice/DocumentTotals"] = TaxTotals + " Currency? Settlement* Payment*",
        ["Currency"] = "CurrencyCode CurrencyAmount ExchangeRate",
        ["Settlement"] = "SettlementDiscount(30)? SettlementAmount? SettlementDate? PaymentTerms(100)?",
        ["DocumentTotals/Payment"] = "PaymentMechanism? PaymentAmount PaymentDate",
        ["WithholdingTax"] = "WithholdingTaxType? WithholdingTaxDescription(60)? WithholdingTaxAmount",
        ["StockMovement"] = "DocumentNumber(60) ATCUD(100) DocumentStatus Hash(172) HashControl(70) Period? MovementDate MovementType "
            + "SystemEntryDate TransactionID? CustomerID|SupplierID SourceID(30) EACCode? MovementComments(60)? ShipTo? ShipFrom? "
            + "MovementEndTime? MovementStartTime ATDocCodeID(200)? Line+ DocumentTotals",
        ["StockMovement/DocumentStatus"] = "MovementStatus MovementStatusDate Reason(50)? SourceID(30) SourceBilling",
        ["StockMovement/Line"] = GoodsLine + " Description(200) ProductSerialNumber? DebitAmount|CreditAmount Tax? " + Exemption
            + " SettlementAmount? CustomsInformation?",
        ["StockMovement/DocumentTotals"] = TaxTotals + " Currency?",
        ["WorkDocument"] = "DocumentNumber(60) ATCUD(100) DocumentStatus Hash(172) HashControl(70) Period? WorkDate WorkType SourceID(30) "
            + "EACCode? SystemEntryDate TransactionID? CustomerID(30) Line+ DocumentTotals",
        ["WorkDocument/DocumentStatus"] = "WorkStatus WorkStatusDate Reason(50)? SourceID(30) SourceBilling",
        ["WorkDocument/Line"] = SaleLine,
        ["WorkDocument/DocumentTotals"] = TaxTotals + " Currency?",
        ["Payments/Payment"] = "PaymentRefNo(60) ATCUD(100) Period? TransactionID? TransactionDate PaymentType Description(200)? "
            + "SystemID(60)? DocumentStatus PaymentMethod* SourceID(30) SystemEntryDate CustomerID(30) Line+ "
            + "DocumentTotals WithholdingTax*",
        ["Payment/DocumentStatus"] = "PaymentStatus PaymentStatusDate Reason(50)? SourceID(30) SourcePayment",
        ["PaymentMethod"] = "PaymentMechanism? PaymentAmount PaymentDate",
        ["Payment/Line"] = "LineNumber SourceDocumentID+ SettlementAmount? DebitAmount|CreditAmount Tax? " + Exemption,
        ["SourceDocumentID"] = "OriginatingON(60) InvoiceDate Description(200)?",
        ["Payment/DocumentTotals"] = TaxTotals + " Settlement? Currency?",
    };

    // Elements that the sandbox never writes, so that no file can show them in their place.
    private static readonly string[] Unwritten =
    {
        "GeneralLedgerAccounts", "GeneralLedgerEntries", "Fax", "EACCode", "TransactionID", "CustomsDetails", "CustomsInformation",
        "ProductSerialNumber",
    };

    [Fact]
    public void AFileWithEverythingFollowsTheContentModels()
    {
        var seen = Walk(FullSample.File()).Concat(Walk(SmallFile()));
        var named = Models.Values.SelectMany(m => Regex.Matches(m, "[A-Za-z]+")).Select(m => m.Value).Distinct();

        Assert.Equal(Unwritten.Order(), named.Except(seen).Order());
    }

    [Fact]
    public void AFileWithTheLeastFollowsThemToo()
    {
        var seen = Walk(SmallFile());

        Assert.Contains("TaxBase", seen);
        Assert.DoesNotContain("Settlement", seen);
        Assert.DoesNotContain("Currency", seen);
    }

    private static SaftFile SmallFile() => Sample.File(
        new[] { Sample.Invoice("FT A/1", "N", TaxBaseLine()) },
        new[] { Sample.StockMovement("GT A/1", "N", Sample.Line(1, 10)) },
        new[] { Sample.WorkDocument("OR A/1", "N", Sample.Line(1, 10, debit: true)) },
        new[] { Sample.Payment("RG A/1", "N", 10) });

    private static SaftGoodsLine TaxBaseLine() => new()
    {
        Number = 1,
        ProductCode = "A1",
        ProductDescription = "Artigo",
        Quantity = 1,
        UnitPrice = 0,
        TaxBase = 40,
        TaxPointDate = Sample.Day,
        Amount = 0,
        Tax = Sample.Normal,
    };

    private static HashSet<string> Walk(SaftFile file)
    {
        using var text = new StreamReader(new MemoryStream(Sample.Bytes(file)), Invoicing.Saft.Encodings.CodePages.Windows1252);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { IgnoreWhitespace = true });
        reader.MoveToContent();
        var seen = new HashSet<string>();
        Element(reader, "AuditFile", seen);
        return seen;
    }

    private static string Element(XmlReader reader, string parent, HashSet<string> seen)
    {
        var name = reader.LocalName;
        seen.Add(name);
        Assert.Equal(Sample.Ns.NamespaceName, reader.NamespaceURI);
        Assert.False(reader.IsEmptyElement, name);
        Assert.Equal(name == "AuditFile" ? 1 : 0, reader.AttributeCount);
        var children = new StringBuilder();
        var lengths = new List<(string Name, int Length)>();
        var value = string.Empty;
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var child = reader.LocalName;
                children.Append(child).Append(' ');
                lengths.Add((child, Element(reader, name, seen).Length));
            }
            else
            {
                value = reader.Value;
            }
        }

        if (!Models.TryGetValue(parent + "/" + name, out var model) && !Models.TryGetValue(name, out model))
        {
            Assert.True(children.Length == 0 && value.Length > 0, parent + "/" + name);
            return value;
        }

        Assert.Matches(Pattern(model), children.ToString());
        foreach (var (child, length) in lengths)
        {
            var limit = Regex.Match(model, @"\b" + child + @"\((\d+)\)");
            Assert.True(!limit.Success || length <= int.Parse(limit.Groups[1].Value), $"{name}/{child} has {length} characters");
        }

        return value;
    }

    private static string Pattern(string model) =>
        "^" + string.Concat(model.Split(' ').Select(p => Regex.Replace(p, @"^([A-Za-z|]+)(\(\d+\))?([?*+]?)$", "(?:(?:$1) )$3"))) + "$";
}
