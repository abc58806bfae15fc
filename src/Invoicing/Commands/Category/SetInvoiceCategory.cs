using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes categories of expenses: what is given is changed, everything else stays.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceCategory", SupportsShouldProcess = true)]
[OutputType(typeof(Category))]
public sealed class SetInvoiceCategoryCommand : CategoryParameters<IUpdater<Category>>
{
    /// <summary>What shall be changed: the object, its identifier or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Category")]
    [RecordTransformation]
    public RecordIdentity[] InputObject { get; set; } = [];

    /// <summary>New name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Name { get; set; }

    /// <summary>Write the object as it is afterwards, which costs a request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, record => Change(record, PassThru));
}
