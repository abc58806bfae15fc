using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>A row of a table of filters.</summary>
internal sealed class Filter
{
    public const string Iso = "yyyy-MM-dd";
    public const string Estonian = "dd-MM-yyyy";

    private readonly string _field;
    private readonly FilterMatch _match;

    /// <param name="name">Its name in a request.</param>
    /// <param name="match">The comparison with the field.</param>
    /// <param name="field">The field's name when it is another.</param>
    public Filter(string name, FilterMatch match, string? field = null)
    {
        Name = name;
        _field = field ?? name;
        _match = match;
    }

    public string Name { get; }

    /// <summary>The form of a date, which is not the same in all lists. [official]</summary>
    public string DateFormat { get; init; } = Iso;

    /// <summary>The resource that holds the field, and to which the record's client_id points; null for the record itself.</summary>
    public Resource? OfClient { get; init; }

    /// <summary>Turns a value into a condition; null if there is none.</summary>
    /// <exception cref="Refusal">The value is not of the field's type, or a date not of the filter's form.</exception>
    public Func<Record, bool>? Ask(JToken? value, Resource resource, Company company)
    {
        if (value is null || value.Type == JTokenType.Null || value.ToString().Length == 0)
        {
            return null;
        }

        var owner = OfClient ?? resource;
        var field = owner.Shape[_field];
        var wanted = Read(value, field, company);
        return record =>
        {
            var asked = OfClient is null ? record : company[OfClient].Find(record.Whole("client_id"));
            return asked != null && Holds(field.Name == "id" ? asked.Id : asked[field], wanted);
        };
    }

    private object Read(JToken value, Field field, Company company)
    {
        if (field.Type is not (FieldType.Date or FieldType.Time))
        {
            var wanted = WireReader.Read(field, value, company);
            return wanted is null or 0L ? throw Refusal.Invalid($"{Name} must not be {wanted ?? "empty"}") : wanted;
        }

        var formats = company.Settings.ExampleDatesOnly ? new[] { DateFormat } : new[] { Iso, Estonian };
        return DateTime.TryParseExact(value.ToString(), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString(Iso, CultureInfo.InvariantCulture)
            : throw Refusal.Invalid($"{Name} must be a date of the form {string.Join(" or ", formats)}");
    }

    private bool Holds(object? value, object wanted) => _match switch
    {
        FilterMatch.Exact => Equals(value ?? (wanted is bool ? false : null), wanted),
        FilterMatch.Contains => (value as string ?? "").IndexOf((string)wanted, StringComparison.OrdinalIgnoreCase) >= 0,
        FilterMatch.From => Days(value, wanted) >= 0,
        _ => value != null && Days(value, wanted) <= 0,
    };

    /// <summary>A time stamp counts as its day.</summary>
    private static int Days(object? value, object wanted) =>
        string.CompareOrdinal(value as string ?? "", 0, (string)wanted, 0, Iso.Length);
}
