namespace Invoicing.Saft.Checks;

/// <summary>C03: the transport starts after its document was issued, and before it ends.</summary>
internal sealed class TransportCheck(CheckContext context) : SaftCheck(context)
{
    protected override void Document(SaftDocument document)
    {
        // What was written by hand is entered later.
        if (document is not SaftTransportDocument { MovementStartTime: { } start } transport || document.IsCancelled
            || document.SourceBilling == "M")
        {
            return;
        }

        if (document.SystemEntryDate is { } entry && start < entry)
        {
            Report(
                "C03", document, "The transport starts before its document was issued.", SaftText.DateTime(entry) + " or later",
                SaftText.DateTime(start));
        }

        if (transport.MovementEndTime is { } end && start > end)
        {
            Report(
                "C03", document, "The transport ends before it starts.", SaftText.DateTime(start) + " or later", SaftText.DateTime(end));
        }
    }
}
