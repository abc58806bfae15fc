using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>Changes a draft. Fields that are not given stay as they are. An issued document cannot be changed.</summary>
[Cmdlet(VerbsCommon.Set, "Invoice", SupportsShouldProcess = true)]
[OutputType(typeof(Invoice))]
public sealed class SetInvoiceCommand : InvoiceParameters<IUpdater<Invoice>>
{
    /// <summary>The draft: its object with your changes, or its identifier.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "InputObject")]
    [InvoiceTransformation(Many = true)]
    public Input<InvoiceIdentity>? Invoice { get; set; }

    /// <summary>Type of the document if only its identifier is given. Saves requests.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(InvoiceType))]
    [ArgumentCompleter(typeof(MemberCompleter<InvoiceType>))]
    public Input<InvoiceType>? Type { get; set; }

    /// <summary>
    /// The document that a credit or debit note corrects; $null for none. InvoiceXpress does not show it, so there a note that was read
    /// cannot be changed without it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [InvoiceTransformation]
    public Input<InvoiceIdentity>? For { get; set; }

    /// <summary>Lines to add after the existing ones.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [LineTransformation]
    public Input<InvoiceLine>? AddLine { get; set; }

    /// <summary>Writes the changed draft. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(Invoice, identity =>
    {
        Target = identity.Source;
        var resolver = new InvoiceResolver(Use<IInvoiceReader>(identity.Invoice));

        // An object is taken as it is: it may have been changed, and got anew it would not be.
        Invoice given = identity.Invoice ?? Await(resolver.FindAsync(identity, Type.Get(), whole: true, Cancel));
        Invoice invoice = given.Copy();
        Apply(invoice);
        if (For is not null)
        {
            invoice.CorrectedInvoiceId = For.Get() is not { } corrected ? "" : corrected.Id ?? Await(resolver.FindAsync(corrected, null, whole: false, Cancel)).Id;
        }

        if (AddLine is { Values: { Length: > 0 } more })
        {
            invoice.Lines = [.. Await(resolver.WholeAsync(invoice, Cancel)).Lines, .. more];
        }

        if (Send(Await(Records(invoice).Invoices.PrepareUpdateAsync(invoice, Before(given), Cancel))) is not null && PassThru)
        {
            WriteObject(Await(Use<IInvoiceReader>(invoice).GetAsync(invoice.Type, invoice.Id!, Cancel)));
        }
    });
}
