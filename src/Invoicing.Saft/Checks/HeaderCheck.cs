using Invoicing.Saft.Schema;

namespace Invoicing.Saft.Checks;

/// <summary>F02 (the version inside the header) and D01; keeps the header for the other checks.</summary>
internal sealed class HeaderCheck(CheckContext context) : SaftCheck(context)
{
    protected override void Header(SaftHeader header)
    {
        Context.Header ??= header;
        Summarise(header);
        if (Context.Options.PreviousState?.TaxRegistrationNumber is { } company && company != header.TaxRegistrationNumber)
        {
            Context.Series.ForgetPrevious();
        }

        if (header.AuditFileVersion is { } version && version != SaftSchemaTable.Version)
        {
            Report(
                "F02", SaftTable.Header, header, "AuditFileVersion is not the version of the namespace.", SaftSchemaTable.Version, version);
        }

        if (Context.Options.AsOf is { } day && Context.Summary.DeliveryDeadline is { } deadline && day.Date > deadline)
        {
            Report("D01", SaftTable.Header, header, "The month was to be delivered earlier.", SaftText.Date(deadline), SaftText.Date(day));
        }
    }

    private void Summarise(SaftHeader header)
    {
        var summary = Context.Summary;
        summary.CompanyName = header.CompanyName;
        summary.TaxRegistrationNumber = header.TaxRegistrationNumber;
        summary.StartDate = header.StartDate;
        summary.EndDate = header.EndDate;
        summary.DeliveryDeadline = header.EndDate is { } end ? SaftDeadline.For(end) : null;
    }
}
