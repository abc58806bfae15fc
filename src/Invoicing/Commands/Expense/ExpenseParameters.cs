using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of an expense as parameters, each named after its property.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class ExpenseParameters<TCapability> : RecordCmdlet<TCapability, Expense>
    where TCapability : class, ICapability
{
    private protected ExpenseParameters()
    {
    }

    /// <summary>Name of the supplier.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Vendor")]
    [TextTransformation]
    [Completes]
    public Input<string>? Supplier { get; set; }

    /// <summary>Amount including tax, such as 121.00.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? Amount { get; set; }

    /// <summary>Category: its name, its identifier or its object.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordTransformation]
    [Completes]
    public Input<RecordIdentity>? Category { get; set; }

    /// <summary>Identifier of the category.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? CategoryId { get; set; }

    /// <summary>Client to whom the expense belongs: its object, id or name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ClientTransformation]
    [Completes]
    public Input<ClientIdentity>? Client { get; set; }

    /// <summary>Identifier of the client to whom the expense belongs; 0 for none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ClientId { get; set; }

    /// <summary>Identifier of the client's project.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ProjectId { get; set; }

    /// <summary>Identifier of the member of staff. Default: the setting StaffId of the session.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? StaffId { get; set; }

    /// <summary>Day of the expense, as a date or as text such as 2026-03-31. Default: the provider's today.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Completes]
    public Input<System.DateTime>? Date { get; set; }

    /// <summary>Name of the tax.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TaxTransformation]
    [Completes]
    public Input<string>? Tax { get; set; }

    /// <summary>Rate of the tax in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    [Completes]
    public Input<decimal>? TaxRate { get; set; }

    /// <summary>Name of a second tax.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TaxTransformation]
    [Completes]
    public Input<string>? SecondTax { get; set; }

    /// <summary>Rate of the second tax in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    [Completes]
    public Input<decimal>? SecondTaxRate { get; set; }

    /// <summary>Free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Notes { get; set; }

    private protected override void Apply(Expense record)
    {
        base.Apply(record);
        if (Category.Get() is { } category)
        {
            record.CategoryId = FindRecord<Category>(category, whole: false).Id;
        }

        if (Client.Get() is { } client)
        {
            record.ClientId = FindClient(client).Id;
        }
    }
}
