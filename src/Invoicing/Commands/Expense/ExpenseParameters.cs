using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of an expense as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class ExpenseParameters<TCapability> : RecordCmdlet<TCapability, Expense>
    where TCapability : class, ICapability
{
    private protected ExpenseParameters()
    {
    }

    /// <summary>Who was paid.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Vendor")]
    [TextTransformation]
    public string? Supplier { get; set; }

    /// <summary>Amount, with the tax in it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? Amount { get; set; }

    /// <summary>Category: its name, its identifier or its object.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordTransformation]
    public RecordIdentity[]? Category { get; set; }

    /// <summary>Identifier of the category.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? CategoryId { get; set; }

    /// <summary>Client that it was for: the object, its id or its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ClientTransformation]
    public ClientIdentity[]? Client { get; set; }

    /// <summary>Identifier of the client that it was for; 0 is none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? ClientId { get; set; }

    /// <summary>Identifier of the client's project that it was for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? ProjectId { get; set; }

    /// <summary>Identifier of the member of staff whose expense it is; the setting StaffId of the session if it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? StaffId { get; set; }

    /// <summary>Day of the expense, as a date or as year-month-day; the provider takes today if it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    public System.DateTime? Date { get; set; }

    /// <summary>Name of the tax.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Tax { get; set; }

    /// <summary>Rate of the tax in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? TaxRate { get; set; }

    /// <summary>Name of a second tax.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? SecondTax { get; set; }

    /// <summary>Rate of the second tax in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? SecondTaxRate { get; set; }

    /// <summary>Free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Notes { get; set; }

    private protected override void Apply(Expense record)
    {
        base.Apply(record);
        if (Category is { Length: 1 } categories)
        {
            record.CategoryId = FindId<Category>(categories[0]);
        }

        if (Client is { Length: 1 } clients)
        {
            record.ClientId = FindClient(clients[0]).Id;
        }
    }
}
