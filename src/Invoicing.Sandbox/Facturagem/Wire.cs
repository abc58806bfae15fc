using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Names and forms of fields on the wire, as the settings have them.</summary>
internal sealed class Wire
{
    private readonly Shapes _shapes;
    private readonly FieldNames _names;

    public Wire(Shapes shapes)
    {
        _shapes = shapes;
        _names = new FieldNames(shapes.Names);
    }

    public string Name(Resource resource, Field field) => _names.Of(resource, field.Name);

    public string Name(Resource resource, string field) => _names.Of(resource, field);

    /// <summary>The name under which a field is sent. That of lines may differ from the name when read.</summary>
    public string SentName(Resource resource, Field field) =>
        field.Type == FieldType.Lines && _shapes.WrittenLines.Length > 0 ? _shapes.WrittenLines : Name(resource, field);

    public IEnumerable<Field> Fields(Resource resource) => resource == Resource.Line && !_shapes.LineTaxes
        ? resource.Fields.Where(field => field.Type != FieldType.Percent)
        : resource.Fields;

    /// <summary>True if a country is identified by its number instead of its code; the field's name decides.</summary>
    public bool HasCountryId(Resource resource, Field field) =>
        Name(resource, field).EndsWith("_id", StringComparison.Ordinal);

    public JObject Write(Record record, bool isSummary = false)
    {
        var branch = new JObject();
        foreach (var field in Fields(record.Resource))
        {
            var isHidden = field.Type == FieldType.Identifier && _shapes.Identifiers == IdentifierShape.LinksOnly;
            if (!isHidden && (field.InSummary || !isSummary))
            {
                branch[Name(record.Resource, field)] = Value(record, field);
            }
        }

        return branch;
    }

    private JToken Value(Record record, Field field)
    {
        var value = record[field.Name];
        return field.Type switch
        {
            FieldType.Identifier => Identifier(record.Id == 0 ? null : record),
            FieldType.Client => Identifier(value as Record),
            FieldType.Lines => new JArray(record.Lines.Select(line => Write(line))),
            FieldType.Country when HasCountryId(record.Resource, field) =>
                new JValue(value is string code ? Country.ByCode(code)?.Id : null),
            FieldType.Money => Scaled(value, 2),
            FieldType.Quantity or FieldType.Percent => Scaled(value, 1),
            _ => new JValue(value),
        };
    }

    private JValue Identifier(Record? record) => record switch
    {
        null => JValue.CreateNull(),
        { Identifier.Length: > 0 } when _shapes.Identifiers == IdentifierShape.Text => new JValue(record.Identifier),
        _ => new JValue(record.Id),
    };

    /// <summary>With so many decimals at least, and without zeros behind them.</summary>
    private static JValue Scaled(object? value, int decimals)
    {
        if (value is not decimal number)
        {
            return JValue.CreateNull();
        }

        // A division drops the zeros at the end, an addition brings some back.
        return new JValue((number / 1.0000000000000000000000000000m) + new decimal(0, 0, 0, false, (byte)decimals));
    }
}
