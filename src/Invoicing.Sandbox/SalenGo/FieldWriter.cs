using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Shows a record by the table of its fields.</summary>
internal sealed class FieldWriter
{
    private readonly SalenGoSettings _settings;
    private readonly Company _company;

    public FieldWriter(SalenGoSettings settings, Company company)
    {
        _settings = settings;
        _company = company;
    }

    public JObject Row(string idName, IReadOnlyList<Field> fields, Record record)
    {
        var row = new JObject { [_settings.Name(idName)] = Id(record.Id) };
        foreach (var field in fields.Where(field => !field.IsHidden))
        {
            row[_settings.Name(field.Name)] = Value(field, field.Shown(_company, record));
        }

        return row;
    }

    /// <summary>Identifiers may come as text of eleven digits. [inferred]</summary>
    public JToken Id(long id) =>
        _settings.Ids == IdForm.Padded ? id.ToString("00000000000", CultureInfo.InvariantCulture) : id;

    /// <summary>One row comes as a list or as itself.</summary>
    public JToken List(IReadOnlyList<JToken> rows) =>
        rows.Count == 1 && _settings.SingleRow == SingleRow.Object ? rows[0] : new JArray(rows);

    /// <summary>A missing value is an empty text, like an empty XML element; a missing number is zero. [assumption]</summary>
    private JToken Value(Field field, object? value) => (field.Kind, value) switch
    {
        (FieldKind.Reference, _) => Id(value as long? ?? 0),
        (FieldKind.Flag, _) => value as long? ?? 0, // 0 or 1, never nothing [official]
        (FieldKind.Money, _) => Money(value as decimal? ?? 0),
        (FieldKind.Percent or FieldKind.Quantity, _) => Number(value as decimal? ?? 0),
        (FieldKind.Rows, _) => Rows(field, value as IReadOnlyList<Record> ?? Array.Empty<Record>()),
        (FieldKind.Link, string address) => new JObject { ["view"] = address },
        (_, DateTime time) => FieldText.Of(time),
        (_, long whole) => whole,
        _ => value as string ?? "",
    };

    private JToken Rows(Field field, IReadOnlyList<Record> records)
    {
        var rows = List(records.Select(record => (JToken)Row(field.RowName + "_id", field.RowFields, record)).ToList());
        return _settings.Lines == LinesForm.Wrapped ? new JObject { [_settings.Name(field.RowName)] = rows } : rows;
    }

    private JToken Money(decimal amount) =>
        _settings.Numbers == NumberForm.Number ? new JValue(amount) : FieldText.Money(amount);

    /// <summary>A whole value without a point: 21, not 21.0.</summary>
    private static JToken Number(decimal number) =>
        number == decimal.Truncate(number) ? new JValue((long)number) : new JValue(number);
}
