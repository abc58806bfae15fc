using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Saft.Schema;

/// <summary>The maps of all classes: which element of the file fills which property.</summary>
internal static class ModelMaps
{
    private static readonly ModelMap Address = new ModelMap<SaftAddress>()
        .Text("BuildingNumber", (a, v) => a.BuildingNumber = v)
        .Text("StreetName", (a, v) => a.StreetName = v)
        .Text("AddressDetail", (a, v) => a.AddressDetail = v)
        .Text("City", (a, v) => a.City = v)
        .Text("PostalCode", (a, v) => a.PostalCode = v)
        .Text("Region", (a, v) => a.Region = v)
        .Text("Country", (a, v) => a.Country = v);

    private static readonly ModelMap Header = new ModelMap<SaftHeader>()
        .Text("AuditFileVersion", (h, v) => h.AuditFileVersion = v)
        .Text("CompanyID", (h, v) => h.CompanyId = v)
        .Text("TaxRegistrationNumber", (h, v) => h.TaxRegistrationNumber = v)
        .Text("TaxAccountingBasis", (h, v) => h.TaxAccountingBasis = v)
        .Text("CompanyName", (h, v) => h.CompanyName = v)
        .Text("BusinessName", (h, v) => h.BusinessName = v)
        .Child("CompanyAddress", h => h.Address = new SaftAddress())
        .Small("FiscalYear", (h, v) => h.FiscalYear = v)
        .Date("StartDate", (h, v) => h.StartDate = v)
        .Date("EndDate", (h, v) => h.EndDate = v)
        .Text("CurrencyCode", (h, v) => h.CurrencyCode = v)
        .Date("DateCreated", (h, v) => h.DateCreated = v)
        .Text("TaxEntity", (h, v) => h.TaxEntity = v)
        .Text("ProductCompanyTaxID", (h, v) => h.ProductCompanyTaxId = v)
        .Text("SoftwareCertificateNumber", (h, v) => h.SoftwareCertificateNumber = v)
        .Text("ProductID", (h, v) => h.ProductId = v)
        .Text("ProductVersion", (h, v) => h.ProductVersion = v)
        .Text("HeaderComment", (h, v) => h.Comment = v)
        .Text("Telephone", (h, v) => h.Telephone = v)
        .Text("Fax", (h, v) => h.Fax = v)
        .Text("Email", (h, v) => h.Email = v)
        .Text("Website", (h, v) => h.Website = v);

    private static readonly ModelMap Party = new ModelMap<SaftParty>()
        .Text("CustomerID SupplierID", (p, v) => p.Id = v)
        .Text("AccountID", (p, v) => p.AccountId = v)
        .Text("CustomerTaxID SupplierTaxID", (p, v) => p.TaxId = v)
        .Text("CompanyName", (p, v) => p.CompanyName = v)
        .Text("Contact", (p, v) => p.Contact = v)
        .Child("BillingAddress", p => p.BillingAddress = new SaftAddress())
        .Child("ShipToAddress ShipFromAddress", p => Added(p.ShippingAddresses))
        .Text("Telephone", (p, v) => p.Telephone = v)
        .Text("Fax", (p, v) => p.Fax = v)
        .Text("Email", (p, v) => p.Email = v)
        .Text("Website", (p, v) => p.Website = v)
        .Flag("SelfBillingIndicator", (p, v) => p.SelfBilling = v);

    private static readonly ModelMap Product = new ModelMap<SaftProduct>()
        .Text("ProductType", (p, v) => p.Type = v)
        .Text("ProductCode", (p, v) => p.Code = v)
        .Text("ProductGroup", (p, v) => p.Group = v)
        .Text("ProductDescription", (p, v) => p.Description = v)
        .Text("ProductNumberCode", (p, v) => p.NumberCode = v)
        .Text("CNCode", (p, v) => p.CnCodes.Add(v))
        .Text("UNNumber", (p, v) => p.UnNumbers.Add(v));

    private static readonly ModelMap TaxEntry = new ModelMap<SaftTaxEntry>()
        .Text("TaxType", (e, v) => e.Tax.Type = v)
        .Text("TaxCountryRegion", (e, v) => e.Tax.Region = v)
        .Text("TaxCode", (e, v) => e.Tax.Code = v)
        .Text("Description", (e, v) => e.Description = v)
        .Date("TaxExpirationDate", (e, v) => e.ExpirationDate = v)
        .Number("TaxPercentage", (e, v) => e.Tax.Percentage = v)
        .Number("TaxAmount", (e, v) => e.Tax.Amount = v);

    private static readonly ModelMap Account = new ModelMap<SaftAccount>()
        .Text("AccountID", (a, v) => a.Id = v)
        .Text("AccountDescription", (a, v) => a.Description = v)
        .Number("OpeningDebitBalance", (a, v) => a.OpeningDebit = v)
        .Number("OpeningCreditBalance", (a, v) => a.OpeningCredit = v)
        .Number("ClosingDebitBalance", (a, v) => a.ClosingDebit = v)
        .Number("ClosingCreditBalance", (a, v) => a.ClosingCredit = v)
        .Text("GroupingCategory", (a, v) => a.GroupingCategory = v)
        .Text("GroupingCode", (a, v) => a.GroupingCode = v)
        .Text("TaxonomyCode", (a, v) => a.TaxonomyCode = v);

    private static readonly ModelMap Journal = new ModelMap<SaftJournal>()
        .Text("JournalID", (j, v) => j.Id = v)
        .Text("Description", (j, v) => j.Description = v)
        .Child("Transaction", SaftSection.Transactions, j => new SaftTransaction { JournalId = j.Id });

    private static readonly ModelMap Transaction = new ModelMap<SaftTransaction>()
        .Text("TransactionID", (t, v) => t.Id = v)
        .Small("Period", (t, v) => t.Period = v)
        .Date("TransactionDate", (t, v) => t.Date = v)
        .Text("SourceID", (t, v) => t.SourceId = v)
        .Text("Description", (t, v) => t.Description = v)
        .Text("DocArchivalNumber", (t, v) => t.DocArchivalNumber = v)
        .Text("TransactionType", (t, v) => t.Type = v)
        .Date("GLPostingDate", (t, v) => t.PostingDate = v)
        .Text("CustomerID", (t, v) => t.CustomerId = v)
        .Text("SupplierID", (t, v) => t.SupplierId = v)
        .Child("DebitLine CreditLine", t => Added(t.Lines));

    private static readonly ModelMap TransactionLine = new ModelMap<SaftTransactionLine>()
        .Text("RecordID", (l, v) => l.RecordId = v)
        .Text("AccountID", (l, v) => l.AccountId = v)
        .Text("SourceDocumentID", (l, v) => l.SourceDocumentId = v)
        .Time("SystemEntryDate", (l, v) => l.SystemEntryDate = v)
        .Text("Description", (l, v) => l.Description = v)
        .Number("DebitAmount", (l, v) => l.DebitAmount = v)
        .Number("CreditAmount", (l, v) => l.CreditAmount = v);

    private static readonly ModelMap Totals = new ModelMap<SaftTableTotals>()
        .Integer("NumberOfEntries NumberOfMovementLines", (t, v) => t.Entries = v)
        .Number("TotalDebit", (t, v) => t.Debit = v)
        .Number("TotalCredit", (t, v) => t.Credit = v)
        .Number("TotalQuantityIssued", (t, v) => t.Quantity = v)
        .Child("Invoice", SaftSection.Invoices, _ => new SaftInvoice())
        .Child("StockMovement", SaftSection.StockMovements, _ => new SaftStockMovement())
        .Child("WorkDocument", SaftSection.WorkDocuments, _ => new SaftWorkDocument())
        .Child("Payment", SaftSection.Payments, _ => new SaftPayment())
        .Child("Journal", SaftSection.Journals | SaftSection.Transactions, _ => new SaftJournal());

    private static readonly ModelMap File = new ModelMap<object>()
        .Child("Header", SaftSection.Header, _ => new SaftHeader())
        .Child("Account", SaftSection.Accounts, _ => new SaftAccount())
        .Child("Customer", SaftSection.Customers, _ => new SaftCustomer())
        .Child("Supplier", SaftSection.Suppliers, _ => new SaftSupplier())
        .Child("Product", SaftSection.Products, _ => new SaftProduct())
        .Child("TaxTableEntry", SaftSection.Taxes, _ => new SaftTaxEntry())
        .Child(
            "GeneralLedgerEntries", SaftSection.Journals | SaftSection.Transactions,
            _ => new SaftTableTotals(SaftTable.GeneralLedgerEntries))
        .Child("SalesInvoices", SaftSection.Invoices, _ => new SaftTableTotals(SaftTable.SalesInvoices))
        .Child("MovementOfGoods", SaftSection.StockMovements, _ => new SaftTableTotals(SaftTable.MovementOfGoods))
        .Child("WorkingDocuments", SaftSection.WorkDocuments, _ => new SaftTableTotals(SaftTable.WorkingDocuments))
        .Child("Payments", SaftSection.Payments, _ => new SaftTableTotals(SaftTable.Payments));

    private static readonly Dictionary<Type, ModelMap> All = new ModelMap[]
    {
        File, Header, Address, new ModelMap<SaftCustomer>(Party), new ModelMap<SaftSupplier>(Party), Product, TaxEntry,
        Account, Journal, Transaction, TransactionLine, Totals,
    }.Concat(DocumentMaps.All).ToDictionary(map => map.Type);

    /// <summary>Adds a new object to a list of the model.</summary>
    public static T Added<T>(List<T> list)
        where T : new()
    {
        var item = new T();
        list.Add(item);
        return item;
    }

    /// <summary>Walks the content models from the root on and gives each element its binding.</summary>
    public static void Bind(ContentModel root) => Bind(root, File, "", []);

    private static void Bind(ContentModel content, ModelMap map, string wrapper, HashSet<ContentModel> done)
    {
        if (!done.Add(content))
        {
            return;
        }

        foreach (var element in content.Elements)
        {
            if (element.Content is null)
            {
                element.Value = map.Value(wrapper, element.Name);
                continue;
            }

            element.Child = map.Child(element.Name);
            var next = element.Child is null ? map : All[element.Child.ChildType];
            Bind(element.Content, next, element.Child is null ? element.Name : "", done);
        }
    }
}
