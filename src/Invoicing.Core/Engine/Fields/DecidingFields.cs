using System;
using System.Collections.Generic;

namespace Invoicing.Engine.Fields;

/// <summary>
/// The properties on which identity, state and money depend: names of a few, every amount, quantity and rate, and every list. A value of these
/// that cannot be read makes the answer unreadable, since a missing amount or row would look like none. In any other field it is kept as it is.
/// </summary>
internal static class DecidingFields
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        nameof(InvoiceRecord.Id),
        nameof(Invoice.Type),
        nameof(Invoice.State),
        nameof(Invoice.Date),
        nameof(Invoice.PricesIncludeTax),
    };

    /// <summary>True if the property of a row is one of them.</summary>
    public static bool Has<TModel>(FieldMapEntry<TModel> row)
    {
        if (row.Property is not { } property)
        {
            return false;
        }

        if (Names.Contains(property) || typeof(TModel).GetProperty(property)?.PropertyType is not { } type)
        {
            return Names.Contains(property);
        }

        return (Nullable.GetUnderlyingType(type) ?? type) == typeof(decimal)
            || (type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type));
    }
}
