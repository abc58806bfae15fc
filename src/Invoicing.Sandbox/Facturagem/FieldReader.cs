using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Copies the values of a request to a record, and collects errors.</summary>
internal sealed class FieldReader
{
    private const decimal MaxMoney = 99_999_999.99m;
    private const int MaxText = 1024;

    private readonly Wire _wire;
    private readonly Shapes _shapes;
    private readonly Book _book;
    private readonly Faults _faults;

    public FieldReader(Wire wire, Shapes shapes, Book book, Faults faults)
    {
        _wire = wire;
        _shapes = shapes;
        _book = book;
        _faults = faults;
    }

    /// <summary>Fields that are not sent stay unchanged.</summary>
    public void Take(Record record, JObject from, string path = "")
    {
        foreach (var field in _wire.Fields(record.Resource))
        {
            var name = _wire.SentName(record.Resource, field);
            if (field.Use == FieldUse.Kept && from[name] is { } value)
            {
                record[field.Name] = Read(record.Resource, field, value, path + name);
            }
        }
    }

    /// <summary>Adds errors for missing fields that have no error yet.</summary>
    public void Require(Record record, string path = "")
    {
        foreach (var field in _wire.Fields(record.Resource).Where(field => IsRequired(record.Resource, field)))
        {
            var name = path + _wire.SentName(record.Resource, field);
            if (string.IsNullOrWhiteSpace(WireText.Of(record[field.Name])) && !_faults.Has(name))
            {
                _faults.Add(name, "must not be empty");
            }
        }
    }

    private bool IsRequired(Resource resource, Field field) =>
        field.IsRequired || (field.Type == FieldType.Country && resource == Resource.Client && _shapes.CountryRequired);

    private object? Read(Resource resource, Field field, JToken value, string path)
    {
        if (field.Type == FieldType.Lines)
        {
            return ReadLines(value, path);
        }

        if (value is not JValue { Value: var scalar })
        {
            return Wrong(path, "is invalid");
        }

        var text = WireText.Of(scalar);
        if (text is null || (field.Type != FieldType.Text && text.Trim().Length == 0))
        {
            return field.Type == FieldType.Boolean ? false : null;
        }

        return field.Type switch
        {
            FieldType.Percent => ReadNumber(text, path, 0, 100),
            FieldType.Money => ReadNumber(text, path, -MaxMoney, MaxMoney) is { } money ? InvoiceMath.Round(money) : null,
            FieldType.Quantity => ReadNumber(text, path, -MaxMoney, MaxMoney),
            FieldType.Date => ReadDate(text) ?? Wrong(path, "is not a date"),
            FieldType.Boolean => text.ToLowerInvariant() switch
            {
                "true" or "1" => true,
                "false" or "0" => false,
                _ => Wrong(path, "is not true or false"),
            },
            FieldType.Country => (_wire.HasCountryId(resource, field) ? Country.ById(text) : Country.ByCode(text))?.Code
                ?? Wrong(path, "is not a known country"),
            FieldType.Client => _book.Clients.Find(text, _shapes.Identifiers == IdentifierShape.Text) ?? Wrong(path, "does not exist"),
            _ => text.Length <= MaxText ? text : Wrong(path, $"is too long ({MaxText} characters at most)"),
        };
    }

    private static object? ReadDate(string text) =>
        DateTime.TryParseExact(text, WireText.DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private decimal? ReadNumber(string text, string path, decimal min, decimal max)
    {
        if (!decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
        {
            Wrong(path, "is not a number");
            return null;
        }

        if (number < min || number > max)
        {
            Wrong(path, "is out of range");
            return null;
        }

        return number;
    }

    /// <summary>
    /// Rows may come as a list or, as from a Rails form, numbered. One in which nothing is filled in is left out. [inferred]
    /// </summary>
    private object? ReadLines(JToken value, string path)
    {
        var rows = value switch
        {
            JArray list => list,
            JObject numbered => numbered.PropertyValues(),
            JValue { Value: null } => Enumerable.Empty<JToken>(),
            _ => new[] { value },
        };

        var lines = new List<Record>();
        foreach (var row in rows)
        {
            if (row is not JObject fields)
            {
                return Wrong(path, "is invalid");
            }

            if (!IsBlank(fields))
            {
                var line = new Record(Resource.Line);
                Take(line, fields, path + ".");
                Require(line, path + ".");
                lines.Add(line);
            }
        }

        return lines;
    }

    private bool IsBlank(JObject row) => _wire.Fields(Resource.Line)
        .Where(field => field.Use == FieldUse.Kept)
        .All(field => row[_wire.Name(Resource.Line, field)] is null or JValue { Value: null or "" });

    private object? Wrong(string path, string text)
    {
        _faults.Add(path, text);
        return null;
    }
}
