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

        CheckFiscalYear(header);
        CheckPostalCode(header);
        if (Context.Options.AsOf is { } day && Context.Summary.DeliveryDeadline is { } deadline && day.Date > deadline)
        {
            Report("D01", SaftTable.Header, header, "The regular day of delivery has passed.", SaftText.Date(deadline), SaftText.Date(day));
        }
    }

    private void CheckFiscalYear(SaftHeader header)
    {
        if (header.StartDate > header.EndDate)
        {
            Report(
                "C02", SaftTable.Header, header, "The period ends before it starts.", SaftText.Of(header.StartDate) + " or later",
                SaftText.Of(header.EndDate));
        }

        // A fiscal year that is not the calendar year is called by the year in which it begins [seen].
        if (header is { FiscalYear: { } year, StartDate: { } start } && year != start.Year && year != start.Year - 1)
        {
            Report(
                "C02", SaftTable.Header, header, "The fiscal year does not fit the period.", $"{start.Year} or {start.Year - 1}",
                SaftText.Of(year));
        }
    }

    private void CheckPostalCode(SaftHeader header)
    {
        if (header.Address is { Country: "PT", PostalCode: { Length: > 0 } code } && !SaftPatterns.IsPostalCode(code))
        {
            Report("C02", SaftTable.Header, header, "The postal code of the company has not the form of one.", "dddd-ddd", code);
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
