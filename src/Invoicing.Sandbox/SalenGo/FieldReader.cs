using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Takes the members of a body over into a record, by the table of its fields, and collects everything that is wrong.</summary>
internal sealed class FieldReader
{
    private readonly Work _work;

    public FieldReader(Work work) => _work = work;

    /// <summary>Reads the members of a request. Missing ones keep their value, or get the default in a new record.</summary>
    public void Read(JObject from, string idName, IReadOnlyList<Field> fields, Record into, bool isNew)
    {
        foreach (var field in fields.Where(field => !field.IsReadOnly && (isNew || !field.IsFixed)))
        {
            var token = from[_work.Settings.Name(field.Name)];
            if (token is null || token.Type == JTokenType.Null)
            {
                if (isNew || token != null)
                {
                    Omit(field, into);
                }
            }
            else if (field.Kind == FieldKind.Rows)
            {
                into[field.Name] = Rows(field, token);
            }
            else
            {
                Take(field, token, into);
            }
        }

        if (_work.Settings.UnknownMembers == UnknownMembers.Refuse)
        {
            RefuseUnknown(from, fields.Select(field => field.Name).Concat(new[] { idName }));
        }
    }

    public void RefuseUnknown(JObject from, IEnumerable<string> known)
    {
        var names = new HashSet<string>(known.Select(_work.Settings.Name));
        foreach (var property in from.Properties().Where(property => !names.Contains(property.Name)))
        {
            _work.Fail(property.Name, "member is not known");
        }
    }

    /// <summary>A scalar as text; null, with an error, for a structure.</summary>
    public string? Text(string name, JToken token)
    {
        if (token is JValue value)
        {
            return Convert.ToString(value.Value, CultureInfo.InvariantCulture)!;
        }

        _work.Fail(name, "value is not a single one");
        return null;
    }

    private void Omit(Field field, Record into)
    {
        if (field.IsRequired)
        {
            _work.Fail(field.Name, "value is required");
        }

        into[field.Name] = field.Default;
    }

    private void Take(Field field, JToken token, Record into)
    {
        var text = Text(field.Name, token);
        if (text is null)
        {
            return;
        }

        if (text.Length == 0)
        {
            Omit(field, into);
        }
        else if (field.Kind == FieldKind.Choice)
        {
            TakeChoice(field, text, into);
        }
        else if (FieldText.Parse(field.Kind, text, out var problem) is not { } value)
        {
            _work.Fail(field.Name, problem);
        }
        else if (field.RefersTo != null && !RefersToSomething(field, (long)value))
        {
            _work.Fail(field.Name, $"there is no such {field.RefersTo}");
        }
        else
        {
            into[field.Name] = value;
        }
    }

    /// <summary>Besides its words, a choice accepts its present shown value, so that values that were read can be sent back.</summary>
    private void TakeChoice(Field field, string text, Record into)
    {
        if (field.Choices!.TryGetValue(text, out var kept))
        {
            into[field.Name] = kept;
        }
        else if (!text.Equals(field.Shown(_work.Company, into) as string, StringComparison.Ordinal))
        {
            _work.Fail(field.Name, "value is none of " + string.Join(", ", field.Choices.Keys));
        }
    }

    private bool RefersToSomething(Field field, long id) =>
        id == 0 ? !field.IsRequired : _work.Company.Store(field.RefersTo!).Find(id) is { IsDeleted: false };

    /// <summary>A list is bare or under the name of its rows; both are read. [assumption]</summary>
    private List<Record> Rows(Field field, JToken token)
    {
        var inner = token is JObject wrapper ? wrapper[_work.Settings.Name(field.RowName)] : token;
        var rows = inner switch
        {
            JArray list => list.ToArray(),
            JObject one when token is JObject => new JToken[] { one },
            _ => null,
        };
        if (rows is null)
        {
            _work.Fail(field.Name, "value is not a list");
            return new List<Record>();
        }

        return rows.Select(row => Row(field, row)).ToList();
    }

    private Record Row(Field field, JToken token)
    {
        var record = new Record(_work.Company.NextRowId(), _work.Now);
        if (token is JObject row)
        {
            Read(row, field.RowName + "_id", field.RowFields, record, isNew: true);
        }
        else
        {
            _work.Fail(field.Name, $"a {field.RowName} is not an object");
        }

        return record;
    }
}
