using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>A cmdlet that does something with documents that are there already.</summary>
/// <typeparam name="TCapability">The kind of work that it needs.</typeparam>
public abstract class InvoiceCmdlet<TCapability> : RowCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private protected InvoiceCmdlet()
    {
    }

    /// <summary>The document: its object, identifier, or number such as <c>FT 2026/14</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Number", "InputObject")]
    [InvoiceTransformation(Many = true)]
    public Input<InvoiceIdentity>? Invoice { get; set; }

    /// <summary>Type of the document if only its identifier or number is given. Saves requests.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(InvoiceType))]
    [ArgumentCompleter(typeof(MemberCompleter<InvoiceType>))]
    public Input<InvoiceType>? Type { get; set; }

    /// <inheritdoc/>
    protected sealed override void Execute() => ForEach(Invoice, identity =>
    {
        Target = identity.Source;
        var resolver = new InvoiceResolver(Use<IInvoiceReader>(identity.Invoice));
        Execute(Await(resolver.FindAsync(identity, Type.Get(), NeedsWhole, Cancel)));
    });

    /// <summary>Does the work for one document.</summary>
    /// <param name="invoice">The document; all of it where <see cref="NeedsWhole"/> says so, else type and identifier at least.</param>
    protected abstract void Execute(Invoice invoice);

    /// <summary>True if the work needs more of a document than its type and identifier.</summary>
    protected virtual bool NeedsWhole => false;
}
