using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>A cmdlet that does something with documents that are there already.</summary>
/// <typeparam name="TCapability">The kind of work that it needs.</typeparam>
public abstract class InvoiceCmdlet<TCapability> : RowCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private protected InvoiceCmdlet()
    {
    }

    /// <summary>The document: its object, a row, or text that is looked for as number and reference, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [InvoiceTransformation(Many = true)]
    [Completes]
    public Input<InvoiceIdentity>? Invoice { get; set; }

    /// <summary>The provider's identifier of the document.</summary>
    [Parameter]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<InvoiceIdentity>? Id { get; set; }

    /// <summary>Number of the document with its series, such as FT 2026/14.</summary>
    [Parameter]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Number)]
    [Completes]
    public Input<InvoiceIdentity>? Number { get; set; }

    /// <summary>Your own key of the document, such as an order number.</summary>
    [Parameter]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Reference)]
    [Completes]
    public Input<InvoiceIdentity>? Reference { get; set; }

    /// <summary>Type of the document if it is given by a key. Saves requests.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(InvoiceType))]
    [Completes]
    public Input<InvoiceType>? Type { get; set; }

    /// <inheritdoc/>
    protected sealed override void Execute() => ForEach(OneWay("document", Invoice, Id, Number, Reference), identity =>
    {
        Target = identity.Source;
        Execute(FindInvoice(identity, Type.Get(), NeedsWhole));
    });

    /// <summary>Does the work for one document.</summary>
    /// <param name="invoice">The document; all of it where <see cref="NeedsWhole"/> says so, else type and identifier at least.</param>
    protected abstract void Execute(Invoice invoice);

    /// <summary>True if the work needs more of a document than its type and identifier.</summary>
    protected virtual bool NeedsWhole => false;
}
