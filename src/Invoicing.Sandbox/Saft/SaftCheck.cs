using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing.Sandbox.Saft;

// Refuses a file that the schema's keys, lists, patterns or assertions would refuse [official]. Order and lengths are the shapes' business.
internal static class SaftCheck
{
    private const string InvoiceTypes = "FT FS FR ND NC VD TV TD AA DA RP RE CS LD RA";
    private const string MovementTypes = "GR GT GA GC GD";
    private const string WorkTypes = "CM CC FC FO NE OU OR PF DC RP RE CS LD RA";
    private const string PaymentTypes = "RC RG";

    private const string TaxPattern = @"^(IVA (RED|INT|NOR|ISE|OUT|NA)|IS [A-Za-z0-9.]{1,10}|NS NS) ([A-Z]{2}|PT-AC|PT-MA)$";

    public static void Check(SaftFile file)
    {
        CheckHeader(file);
        CheckMaster(file);
        CheckTable(file, file.Invoices, InvoiceTypes, "N S A R F");
        CheckTable(file, file.StockMovements, MovementTypes, "N T A F R");
        CheckTable(file, file.WorkDocuments, WorkTypes, "N A F");
        CheckTable(file, file.Payments, PaymentTypes, "N A");
        CheckReferences(file);
    }

    private static void CheckHeader(SaftFile file)
    {
        Require(Matches(file.Company.TaxNumber, "^[1-9][0-9]{8}$"), "tax number of the company", file.Company.TaxNumber);
        Require(Matches(file.Software.ProductId, "^[^/]+/[^/]+$"), "product id of the software", file.Software.ProductId);
        Require(Matches(file.Basis, "^[CEFIPRST]$"), "accounting basis", file.Basis);
        Require(file.StartDate.Year >= 2000 && file.EndDate >= file.StartDate, "period", SaftText.Date(file.StartDate));
    }

    private static void CheckMaster(SaftFile file)
    {
        var addresses = file.Suppliers.SelectMany(s => s.ShippingAddresses.Concat(new[] { s.BillingAddress }));
        foreach (var country in addresses.Concat(new[] { file.Company.Address }).Select(a => a.Country))
        {
            Require(Matches(country, "^[A-Z]{2}$"), "country of the company or of a supplier", country);
        }

        foreach (var type in file.Products.Select(p => p.Type))
        {
            Require(Matches(type, "^[PSOEI]$"), "type of product", type);
        }

        foreach (var tax in file.Taxes)
        {
            Require(Matches($"{tax.Type} {tax.Code} {tax.Region}", TaxPattern), "tax", tax.ToString());
            Require(tax.IsZero ? !Matches(tax.Code, "^(RED|INT|NOR)$") : !Matches(tax.Code, "^(ISE|NS)$"), "rate of a tax", tax.ToString());
        }
    }

    private static void CheckTable(SaftFile file, IReadOnlyList<SaftDocument> documents, string types, string statuses)
    {
        Keys("document", documents.Select(d => d.Number));
        foreach (var document in documents)
        {
            SaftDocumentCheck.Check(document, types, statuses, file.Software.CertificateNumber > 0);
        }
    }

    private static void CheckReferences(SaftFile file)
    {
        var customers = Keys("customer", file.Customers.Select(c => SaftText.Clean(c.Id, 30)));
        var suppliers = Keys("supplier", file.Suppliers.Select(s => SaftText.Clean(s.Id, 30)));
        var products = Keys("product", file.Products.Select(p => SaftText.Clean(p.Code, 60)));
        var taxes = new HashSet<object>(file.Taxes.Select(t => (object)t.Key));
        foreach (var document in file.Invoices.Concat<SaftDocument>(file.StockMovements).Concat(file.WorkDocuments).Concat(file.Payments))
        {
            var supplier = (document as SaftStockMovement)?.SupplierId;
            var (kind, id, known) = supplier == null ? ("customer", document.CustomerId, customers) : ("supplier", supplier, suppliers);
            Require(known.Contains(SaftText.Clean(id, 30)), $"{kind} in {document.Number}, it is not in the master data", id);
            foreach (var line in document.AllLines)
            {
                var product = (line as SaftGoodsLine)?.ProductCode;
                Require(
                    product == null || products.Contains(SaftText.Clean(product, 60)),
                    $"product in {document.Number}, it is not in the master data",
                    product);
                Require(
                    line.Tax == null || taxes.Contains(line.Tax.Key),
                    $"tax in {document.Number}, it is not in the tax table",
                    line.Tax?.ToString());
            }
        }
    }

    private static HashSet<string> Keys(string kind, IEnumerable<string> keys)
    {
        var seen = new HashSet<string>();
        foreach (var key in keys)
        {
            Require(key.Length > 0 && seen.Add(key), kind + ", it is empty or there twice", key);
        }

        return seen;
    }

    private static bool Matches(string? value, string pattern) => Regex.IsMatch(value ?? string.Empty, pattern);

    private static void Require(bool holds, string what, string? value)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The file cannot have this {what}: '{value}'.");
        }
    }
}
