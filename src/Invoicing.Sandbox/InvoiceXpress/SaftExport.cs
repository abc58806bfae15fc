using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Sandbox.Saft;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The SAF-T (PT) file of one month: which documents go in, and the master data that they use.</summary>
internal sealed class SaftExport
{
    /// <summary>Certificate number of no real program. Zero would mean that nothing is signed.</summary>
    public const int CertificateNumber = 9999;

    private readonly Company _company;
    private readonly DateTime _start;
    private readonly List<DocumentRecord> _documents;

    public SaftExport(Company company, int year, int month)
    {
        _company = company;
        _start = new DateTime(year, month, 1);
        _documents = company.Documents.All
            .Where(document => document.IsIssued && document.Date.Year == year && document.Date.Month == month)
            .OrderBy(document => document.Sequence!.Id)
            .ThenBy(document => document.Number)
            .ToList();
    }

    public bool IsEmpty => _documents.Count == 0;

    public SaftFile Build()
    {
        var documents = _documents.ConvertAll(SaftMapping.Map);
        var customers = _documents.Select(document => document.Client).GroupBy(client => client.Id);
        var products = _documents.SelectMany(document => document.Lines).GroupBy(SaftMasters.ProductCode);
        var taxes = documents.SelectMany(document => document.AllLines).Where(line => line.Tax != null).GroupBy(line => line.Tax!.Key);
        return new SaftFile
        {
            Company = SaftMasters.Company(_company.Account),
            Software = new SaftSoftware
            {
                MakerTaxNumber = TaxNumber.Complete("50999998"),
                CertificateNumber = CertificateNumber,
                ProductId = "Invoicing Sandbox/Invoicing",
                ProductVersion = "1.0",
            },
            StartDate = _start,
            EndDate = _start.AddMonths(1).AddDays(-1),
            DateCreated = _company.Now.Date,
            Customers = customers.Select(group => SaftMasters.Customer(group.Last())).ToList(),
            Products = products.Select(SaftMasters.Product).ToList(),
            Taxes = taxes.Select(group => group.First().Tax!).ToList(),
            Invoices = documents.OfType<SaftInvoice>().ToList(),
            StockMovements = documents.OfType<SaftStockMovement>().ToList(),
            WorkDocuments = documents.OfType<SaftWorkDocument>().ToList(),
            Payments = documents.OfType<SaftPayment>().ToList(),
        };
    }
}
