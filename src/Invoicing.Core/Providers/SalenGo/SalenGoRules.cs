using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>The checks before anything is sent.</summary>
internal static class SalenGoRules
{
    public static void Throw(string what, IReadOnlyList<FieldError> errors)
    {
        if (errors.Count > 0)
        {
            throw InvoicingException.InvalidInput(what, errors);
        }
    }

    /// <summary>Refuses what lacks a name.</summary>
    public static void NeedName(string what, string? name) =>
        Throw(what, string.IsNullOrWhiteSpace(name) ? [new FieldError("Name", "is missing")] : []);

    /// <summary>Complaints about lines, which would change amounts if they were sent without what cannot be sent.</summary>
    public static IEnumerable<FieldError> Complaints(IList<InvoiceLine> lines)
    {
        if (lines.Count == 0)
        {
            yield return new FieldError("Line", "there is none");
        }

        for (int i = 0; i < lines.Count; i++)
        {
            string place = lines.Count > 1 ? $"Line {i + 1} " : "";
            if (lines[i].UnitPrice is null)
            {
                yield return new FieldError(place + nameof(InvoiceLine.UnitPrice), "is missing");
            }

            if (lines[i].Discount is not (null or 0))
            {
                yield return new FieldError(place + nameof(InvoiceLine.Discount), "SalenGo has discounts on whole documents alone: use -GlobalDiscount");
            }
        }
    }

    /// <summary>A rate of 0 without a name is how no tax looks.</summary>
    public static void TidyTaxes(IList<InvoiceLine> lines)
    {
        foreach (InvoiceLine line in lines)
        {
            line.TaxRate = line.Tax is null && line.TaxRate == 0 ? null : line.TaxRate;
            line.SecondTaxRate = line.SecondTax is null && line.SecondTaxRate == 0 ? null : line.SecondTaxRate;
        }
    }

    /// <summary>Gives those of the values that are there and that the provider has no field for.</summary>
    public static IReadOnlyList<LeftOutValue> LeftOut(string what, params (string Name, object? Value)[] fields) =>
    [
        .. fields.Where(field => field.Value is not null and not "").Select(field => new LeftOutValue(
            field.Name, $"{what}: SalenGo has no field for {field.Name}, which is left out.")),
    ];
}
