using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Invoicing.Tests.Plans;

/// <summary>All fields of an object, private ones too, as text. Two dumps are equal if nothing was written to the object in between.</summary>
internal static class Dump
{
    public static string Of(params object?[] values)
    {
        var text = new StringBuilder();
        foreach (object? value in values)
        {
            Write(text, value, 0);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null or string or DateTime or decimal or Enum or Uri:
            case IConvertible:
                text.AppendLine(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null");
                break;
            case IDictionary map:
                foreach (DictionaryEntry entry in map)
                {
                    text.Append(' ', depth).Append(entry.Key).Append(" = ");
                    Write(text, entry.Value, depth + 1);
                }

                break;
            case IEnumerable list:
                foreach (object? item in list)
                {
                    text.Append(' ', depth).Append("- ");
                    Write(text, item, depth + 1);
                }

                break;
            case IRecordOwner owner:
                text.AppendLine(owner.Name);
                break;
            default:
                text.AppendLine(value.GetType().Name);
                foreach (FieldInfo field in FieldsOf(value.GetType()))
                {
                    // An empty set of extra fields is made by looking at it.
                    object? held = field.GetValue(value) is ExtraFields { Count: 0 } ? null : field.GetValue(value);
                    text.Append(' ', depth).Append(field.Name).Append(" = ");
                    Write(text, held, depth + 1);
                }

                break;
        }
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) => type is null ? [] : FieldsOf(type.BaseType).Concat(
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
}
