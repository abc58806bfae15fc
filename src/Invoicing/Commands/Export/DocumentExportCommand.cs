using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>Base of cmdlets that export a file for each document.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class DocumentExportCommand<TCapability> : ExportCommand<TCapability>
    where TCapability : class, ICapability
{
    private protected DocumentExportCommand()
    {
    }

    /// <summary>The document: its object, identifier, or number such as FT 2026/14.</summary>
    [Parameter(ParameterSetName = nameof(Invoice), Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Number", "InputObject")]
    [InvoiceTransformation(Many = true)]
    public Input<InvoiceIdentity>? Invoice { get; set; }

    /// <summary>Type of the document if only its identifier is given. Default: Invoice.</summary>
    [Parameter(ParameterSetName = nameof(Invoice), ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(InvoiceType))]
    [ArgumentCompleter(typeof(MemberCompleter<InvoiceType>))]
    public Input<InvoiceType>? Type { get; set; }

    /// <summary>An export that was started before: the output without -Wait, or the TargetObject of a time-out error.</summary>
    [Parameter(ParameterSetName = nameof(Operation), Mandatory = true, ValueFromPipeline = true)]
    public ProviderOperation? Operation { get; set; }

    /// <summary>Extension of the file.</summary>
    private protected abstract string Extension { get; }

    /// <inheritdoc/>
    protected sealed override void Execute()
    {
        if (ExecuteOther())
        {
            return;
        }

        if (Operation is { } before)
        {
            Target = before;
            Run(Resume(before), before.Name + Extension);
            return;
        }

        ForEach(Invoice, identity =>
        {
            Target = identity.Source;

            // Only the identifier is needed, so the type need not be guessed.
            Invoice invoice = identity.Id is { } id
                ? new Invoice { Id = id, Type = Type.Get() ?? identity.Type ?? InvoiceType.Invoice }
                : Await(new InvoiceResolver(Use<IInvoiceReader>(identity.Invoice)).FindAsync(identity, Type.Get(), whole: false, Cancel));
            Run(Start(invoice), invoice + Extension);
        });
    }

    /// <summary>Creates the export of a document.</summary>
    private protected abstract ProviderOperation Start(Invoice invoice);

    /// <summary>Exports another kind of record, if the cmdlet was given one.</summary>
    /// <returns>True if it was.</returns>
    private protected virtual bool ExecuteOther() => false;
}
