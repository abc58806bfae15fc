namespace Invoicing.Saft.Checks;

/// <summary>C04: the limit of simplified invoices. Retailers may issue them up to 1000 euro, others up to 100; the file tells no retailer.</summary>
internal sealed class SimplifiedInvoiceCheck(CheckContext context) : SaftCheck(context)
{
    private const decimal Limit = 1000m;

    protected override void Document(SaftDocument document)
    {
        if (document is SaftInvoice { Type: "FS", IsCancelled: false } && document.GrossTotal is { } gross && gross > Limit)
        {
            Report(
                "C04", document, "A simplified invoice is above the limit.", "at most " + SaftText.Of(Limit), SaftText.Of(gross));
        }
    }
}
