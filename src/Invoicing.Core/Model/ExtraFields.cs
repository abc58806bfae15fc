using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing;

/// <summary>
/// Fields of a provider that the model does not know, by the provider's name. The values are plain: text, <see cref="decimal"/>,
/// <see cref="long"/>, <see cref="bool"/>, <c>null</c>, lists and dictionaries of these.
/// </summary>
public sealed class ExtraFields : Dictionary<string, object?>
{
    /// <summary>Creates an empty set. Names are compared without regard to case.</summary>
    public ExtraFields()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    internal ExtraFields Copy()
    {
        var copy = new ExtraFields();
        foreach (KeyValuePair<string, object?> field in this)
        {
            copy[field.Key] = CopyOf(field.Value);
        }

        return copy;
    }

    /// <summary>Names and values on one line, for a table cell or a CSV column.</summary>
    public override string ToString() =>
        string.Join("; ", this.Select(field => $"{field.Key}={Convert.ToString(field.Value, CultureInfo.InvariantCulture)}"));

    /// <summary>Lists and dictionaries are copied with all that is in them; plain values never change.</summary>
    private static object? CopyOf(object? value)
    {
        switch (value)
        {
            case IDictionary map:
                var copy = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
                foreach (DictionaryEntry entry in map)
                {
                    copy[Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!] = CopyOf(entry.Value);
                }

                return copy;
            case IEnumerable<object?> list:
                return list.Select(CopyOf).ToList();
            default:
                return value;
        }
    }
}
