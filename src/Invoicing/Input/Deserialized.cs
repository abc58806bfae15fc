using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Objects of this module that went through a file (Export-Clixml) or another process (a job): they come back as bags of properties.</summary>
internal static class Deserialized
{
    private const string Prefix = "Deserialized.Invoicing.";

    private static readonly ConditionalWeakTable<PSObject, object> Known = new();

    /// <summary>The object that a bag was; <c>null</c> for a bag of another kind.</summary>
    public static object? Of(PSObject bag)
    {
        if (bag.TypeNames.Count == 0 || !bag.TypeNames[0].StartsWith(Prefix, StringComparison.Ordinal)
            || typeof(InvoiceRecord).Assembly.GetType($"Invoicing.{bag.TypeNames[0].Substring(Prefix.Length).Replace(SingleView.Mark, "")}") is not { } type)
        {
            return null;
        }

        return type.IsEnum ? Enum.ToObject(type, bag.BaseObject)
            : bag.BaseObject is PSCustomObject && type is { IsClass: true, IsAbstract: false } && type.GetConstructor([]) is not null
                ? Known.GetValue(bag, one => Make(one, type))
                : null;
    }

    private static object Make(PSObject bag, Type type)
    {
        object made = Activator.CreateInstance(type)!;
        foreach (PSPropertyInfo given in bag.Properties)
        {
            if (given.Value is null || type.GetProperty(given.Name) is not { } property)
            {
                continue;
            }

            if (property.PropertyType == typeof(ExtraFields))
            {
                Fill((ExtraFields)property.GetValue(made)!, given.Value);
            }
            else if (property.SetMethod is { IsPublic: true })
            {
                Set(made, property, given.Value);
            }
        }

        if (made is InvoiceRecord record && RecordOrigin.Of(bag.Properties[nameof(InvoiceRecord.Origin)]?.Value as string) is { } origin)
        {
            record.OwnedBy(SessionRegistry.Current.OwnerOf(origin));
        }

        return made;
    }

    private static void Set(object made, PropertyInfo property, object given)
    {
        object? value = InputValue.Unwrap(given);
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(IList<InvoiceLine>))
        {
            object?[] items = value is IEnumerable list and not string ? [.. list.Cast<object?>().Select(InputValue.Unwrap)] : [value];
            property.SetValue(made, items.OfType<InvoiceLine>().ToList());
            Shorten(made, items.Any(item => item is not InvoiceLine));
        }
        else if (type.IsInstanceOfType(value))
        {
            property.SetValue(made, value);
        }
        else if (value is IConvertible && (type.IsPrimitive || type == typeof(decimal) || type == typeof(string) || type == typeof(DateTime)))
        {
            property.SetValue(made, Convert.ChangeType(value, type, CultureInfo.InvariantCulture));
        }
        else
        {
            // Text stands for what was too deep to be saved.
            Shorten(made, value is string);
        }
    }

    private static void Shorten(object made, bool isShort)
    {
        if (isShort && made is InvoiceRecord record)
        {
            record.MarkTruncated();
        }
    }

    private static void Fill(ExtraFields extra, object given)
    {
        if (InputValue.Unwrap(given) is IDictionary table)
        {
            foreach (DictionaryEntry entry in table)
            {
                extra[entry.Key.ToString()!] = InputValue.Unwrap(entry.Value);
            }
        }
    }
}
