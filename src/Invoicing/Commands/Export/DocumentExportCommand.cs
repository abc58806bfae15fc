using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Base of cmdlets that export a file for each document.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class DocumentExportCommand<TCapability> : ExportCommand<TCapability>
    where TCapability : class, ICapability
{
    private protected DocumentExportCommand()
    {
    }

    /// <summary>The document: its object, a row, or text that is looked for as number and reference, and as an id last.</summary>
    [Parameter(ParameterSetName = nameof(Invoice), Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [InvoiceTransformation(Many = true)]
    [Completes]
    public Input<InvoiceIdentity>? Invoice { get; set; }

    /// <summary>The provider's identifier of the document.</summary>
    [Parameter(ParameterSetName = nameof(Invoice))]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<InvoiceIdentity>? Id { get; set; }

    /// <summary>Number of the document with its series, such as FT 2026/14.</summary>
    [Parameter(ParameterSetName = nameof(Invoice))]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Number)]
    [Completes]
    public Input<InvoiceIdentity>? Number { get; set; }

    /// <summary>Your own key of the document, such as an order number.</summary>
    [Parameter(ParameterSetName = nameof(Invoice))]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Reference)]
    [Completes]
    public Input<InvoiceIdentity>? Reference { get; set; }

    /// <summary>Type of the document if only its identifier is given. Default: Invoice.</summary>
    [Parameter(ParameterSetName = nameof(Invoice), ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(InvoiceType))]
    [Completes]
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

        ForEach(OneWay("document", Invoice, Id, Number, Reference), identity =>
        {
            Target = identity.Source;

            // Where only the identifier is given, the type need not be guessed.
            InvoiceType? type = Type.Get() ?? identity.Type ?? (identity.Id is null ? null : InvoiceType.Invoice);
            Invoice invoice = FindInvoice(identity, type, whole: false);
            Run(Start(invoice), invoice + Extension);
        });
    }

    /// <summary>Creates the export of a document.</summary>
    private protected abstract ProviderOperation Start(Invoice invoice);

    /// <summary>Exports another kind of record, if the cmdlet was given one.</summary>
    /// <returns>True if it was.</returns>
    private protected virtual bool ExecuteOther() => false;
}
