using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.Saft;

// Content of a file of one company and one period. The caller supplies the master data that the documents use.
internal sealed class SaftFile
{
    public required SaftCompany Company { get; init; }

    public required SaftSoftware Software { get; init; }

    /// <summary>F for an invoicing program, P for one month of a split file.</summary>
    public string Basis { get; init; } = "F";

    /// <summary>Null means the year of <see cref="StartDate"/>.</summary>
    public int? FiscalYear { get; init; }

    public required DateTime StartDate { get; init; }

    public required DateTime EndDate { get; init; }

    public required DateTime DateCreated { get; init; }

    public string TaxEntity { get; init; } = "Global";

    public string? Comment { get; init; }

    public IReadOnlyList<SaftCustomer> Customers { get; init; } = Array.Empty<SaftCustomer>();

    public IReadOnlyList<SaftSupplier> Suppliers { get; init; } = Array.Empty<SaftSupplier>();

    public IReadOnlyList<SaftProduct> Products { get; init; } = Array.Empty<SaftProduct>();

    public IReadOnlyList<SaftTax> Taxes { get; init; } = Array.Empty<SaftTax>();

    public IReadOnlyList<SaftInvoice> Invoices { get; init; } = Array.Empty<SaftInvoice>();

    public IReadOnlyList<SaftStockMovement> StockMovements { get; init; } = Array.Empty<SaftStockMovement>();

    public IReadOnlyList<SaftWorkDocument> WorkDocuments { get; init; } = Array.Empty<SaftWorkDocument>();

    public IReadOnlyList<SaftPayment> Payments { get; init; } = Array.Empty<SaftPayment>();
}
