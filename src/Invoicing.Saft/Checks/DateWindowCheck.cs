namespace Invoicing.Saft.Checks;

/// <summary>N05: documents are dated inside the period of the header and not after the file was written.</summary>
internal sealed class DateWindowCheck(CheckContext context) : SaftCheck(context)
{
    protected override void Document(SaftDocument document)
    {
        if (document.Date is not { } date || Context.Header is not { } header)
        {
            return;
        }

        if (date < header.StartDate || date > header.EndDate)
        {
            // Recovered documents carry the date of the paper, which may be of another month [official].
            var isError = document is SaftInvoice && document.SourceBilling != "M";
            var window = $"{Day(header.StartDate)} to {Day(header.EndDate)}";
            Report(
                "N05", document, "The date is outside the period of the file.", window, SaftText.Date(date),
                isError ? null : SaftLevel.Warning);
        }
        else if (date > header.DateCreated)
        {
            Report(
                "N05", document, "The document is dated after the file was written.", Day(header.DateCreated) + " or earlier",
                SaftText.Date(date),
                SaftLevel.Warning);
        }
    }

    private static string Day(System.DateTime? date) => date is { } day ? SaftText.Date(day) : "?";
}
