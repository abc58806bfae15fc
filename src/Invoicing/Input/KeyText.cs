using System;
using System.Globalization;
using System.Linq;

namespace Invoicing.Commands;

/// <summary>The text of keys that people type, or that rows have.</summary>
internal static class KeyText
{
    /// <summary>The text of a key; <c>null</c> for what cannot be one. PowerShell makes a number of digits that are typed.</summary>
    public static string? Of(object source) => source switch
    {
        string text => string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToString(source, CultureInfo.InvariantCulture),
        Guid id => id.ToString(),
        _ => null,
    };

    /// <summary>The first of several columns that has a value, and the kind of key that it is.</summary>
    public static RecordKey? Of(object row, params (RecordKeyKind Kind, string[] Columns)[] kinds) => kinds
        .Select(kind => InputRow.First(row, kind.Columns) is { } text ? new RecordKey(kind.Kind, text) : null)
        .FirstOrDefault(key => key is not null);
}
