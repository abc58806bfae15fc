using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>A cmdlet that has a provider make a file of each document.</summary>
/// <typeparam name="TCapability">The kind of work that it needs.</typeparam>
public abstract class DocumentExportCommand<TCapability> : ExportCommand<TCapability>
    where TCapability : class, ICapability
{
    private protected DocumentExportCommand()
    {
    }

    /// <summary>The document: the object, its identifier, or its number such as FT 2026/14.</summary>
    [Parameter(ParameterSetName = nameof(Invoice), Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Number", "InputObject")]
    [InvoiceTransformation]
    public InvoiceIdentity[] Invoice { get; set; } = [];

    /// <summary>Type of the document where only its identifier is given; an invoice if it is not said.</summary>
    [Parameter(ParameterSetName = nameof(Invoice))]
    [MemberTransformation(typeof(InvoiceType))]
    public InvoiceType? Type { get; set; }

    /// <summary>An export that was started before: what came out without -Wait, or the TargetObject of the error when the time was over.</summary>
    [Parameter(ParameterSetName = nameof(Operation), Mandatory = true, ValueFromPipeline = true)]
    public ProviderOperation? Operation { get; set; }

    /// <summary>Ending of the file's name.</summary>
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

            // Only the identifier is needed, so no type has to be guessed.
            Invoice invoice = identity.Id is { } id
                ? new Invoice { Id = id, Type = Type ?? identity.Type ?? InvoiceType.Invoice }
                : Await(new InvoiceResolver(Use<IInvoiceReader>(identity.Invoice)).FindAsync(identity, Type, whole: false, Cancel));
            Run(Start(invoice), invoice + Extension);
        });
    }

    /// <summary>Makes the operation for a document.</summary>
    private protected abstract ProviderOperation Start(Invoice invoice);

    /// <summary>Exports something that is no document of sale, where the cmdlet was given that.</summary>
    /// <returns>Whether it was.</returns>
    private protected virtual bool ExecuteOther() => false;
}
