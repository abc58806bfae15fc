using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes a draft. Fields that are not given stay as they are. An issued document cannot be changed.</summary>
[Cmdlet(VerbsCommon.Set, "Invoice", SupportsShouldProcess = true)]
[OutputType(typeof(Invoice))]
public sealed class SetInvoiceCommand : InvoiceParameters<IUpdater<Invoice>>
{
    /// <summary>The draft: its object with your changes, a row, or text that is looked for as number and reference, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [InvoiceTransformation(Many = true)]
    [Completes]
    public Input<InvoiceIdentity>? Invoice { get; set; }

    /// <summary>The provider's identifier of the draft. Without it and -Invoice, -Reference names the draft.</summary>
    [Parameter]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<InvoiceIdentity>? Id { get; set; }

    /// <summary>Type of the document if only its identifier is given. Saves requests.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(InvoiceType))]
    [Completes]
    public Input<InvoiceType>? Type { get; set; }

    /// <summary>
    /// The document that a credit or debit note corrects; $null for none. InvoiceXpress does not show it, so there a note that was read
    /// cannot be changed without it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [InvoiceTransformation]
    [Completes]
    public Input<InvoiceIdentity>? For { get; set; }

    /// <summary>Lines to add after the existing ones.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [LineTransformation]
    public Input<InvoiceLine>? AddLine { get; set; }

    /// <summary>Writes the changed draft. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(Drafts(), identity =>
    {
        Target = identity.Source;
        Destination = null;

        // An object is taken as it is: it may have been changed, and got anew it would not be. A row only names the draft.
        Invoice given = identity.Invoice is { } whole && !whole.IsPartial() && !IsForeign(whole) ? whole : FindInvoice(identity, Type.Get(), whole: identity.Invoice is null || InputRow.Is(identity.Source));
        RequireComplete(given);
        Destination = SessionFor(given);
        Invoice invoice = given.Copy();
        Apply(invoice);
        if (For is not null)
        {
            invoice.CorrectedInvoiceId = For.Get() is not { } corrected ? "" : corrected.Id ?? FindInvoice(corrected, null, whole: false).Id;
        }

        if (AddLine is { Values: { Length: > 0 } more })
        {
            invoice.Lines = [.. Whole(invoice).Lines, .. more];
        }

        if (Send(Await(Records(invoice).Invoices.PrepareUpdateAsync(invoice, Before(given), Cancel))) is not null && PassThru)
        {
            WriteObject(Await(Use<IInvoiceReader>(invoice).GetAsync(invoice.Type, invoice.Id!, Cancel)));
        }
    });

    /// <summary>The drafts that are meant. A reference names one only if nothing else does; else it is a new value.</summary>
    private InvoiceIdentity[] Drafts() => Invoice is null && Id is null && Reference.Get() is { } reference
        ? [InvoiceIdentity.From(reference, RecordKeyKind.Reference)]
        : OneWay("document", Invoice, Id);
}
