using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Values by name out of a hashtable or a row of a CSV file.</summary>
internal static class InputRow
{
    private static readonly Dictionary<string, Action<InvoiceLine, object?>> LineFields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Name"] = (line, value) => line.Name = InputValue.Text(value),
        ["Item"] = (line, value) => line.Name = InputValue.Text(value),
        ["Description"] = (line, value) => line.Description = InputValue.Text(value),
        ["Quantity"] = (line, value) => line.Quantity = InputValue.Amount(value),
        ["UnitPrice"] = (line, value) => line.UnitPrice = InputValue.Amount(value),
        ["Price"] = (line, value) => line.UnitPrice = InputValue.Amount(value),
        ["Unit"] = (line, value) => line.Unit = InputValue.Text(value),
        ["Discount"] = (line, value) => line.Discount = InputValue.Amount(value),
        ["Tax"] = (line, value) => line.Tax = InputValue.Text(value),
        ["ItemCode"] = (line, value) => line.ItemCode = InputValue.Text(value),
        ["Sku"] = (line, value) => line.ItemCode = InputValue.Text(value),
        ["ItemId"] = (line, value) => line.ItemId = InputValue.Text(value),
        ["WarehouseId"] = (line, value) => line.WarehouseId = InputValue.Text(value),
        ["AccountId"] = (line, value) => line.AccountId = InputValue.Text(value),
        ["Subtotal"] = (line, value) => line.Subtotal = InputValue.Amount(value),
        ["TaxRate"] = (line, value) => line.TaxRate = InputValue.Amount(value),
        ["SecondTax"] = (line, value) => line.SecondTax = InputValue.Text(value),
        ["SecondTaxRate"] = (line, value) => line.SecondTaxRate = InputValue.Amount(value),
    };

    /// <summary>Makes a line. Columns of a row that are about something else are passed over; a key of a hashtable is not.</summary>
    public static InvoiceLine ToLine(object? source)
    {
        if (source is InvoiceLine ready)
        {
            return ready;
        }

        var line = new InvoiceLine();
        bool any = false;
        foreach (KeyValuePair<string, object?> value in Values(source))
        {
            if (LineFields.TryGetValue(value.Key, out Action<InvoiceLine, object?>? set))
            {
                Set(() => set(line, value.Value), value.Key);
                any = true;
            }
            else if (source is IDictionary)
            {
                throw new FormatException($"A line has no '{value.Key}'; it has {string.Join(", ", LineFields.Keys)}.");
            }
        }

        if (!any)
        {
            throw new FormatException($"A line needs at least one of {string.Join(", ", LineFields.Keys)}.");
        }

        line.Quantity ??= 1;
        return line;
    }

    /// <summary>Makes an address.</summary>
    public static PostalAddress ToAddress(object source) => new()
    {
        Street = First(source, nameof(PostalAddress.Street)),
        City = First(source, nameof(PostalAddress.City)),
        PostalCode = First(source, nameof(PostalAddress.PostalCode)),
        Country = First(source, nameof(PostalAddress.Country)),
    };

    /// <summary>The first of some names that has a value.</summary>
    public static string? First(object source, params string[] names)
    {
        var values = Values(source).ToDictionary(value => value.Key, value => value.Value, StringComparer.OrdinalIgnoreCase);
        return names.Select(name => values.TryGetValue(name, out object? value) ? InputValue.Text(value) : null).FirstOrDefault(text => text is not null);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Values(object? source) => source switch
    {
        IDictionary table => table.Keys.Cast<object>().Select(key => new KeyValuePair<string, object?>(key.ToString()!, table[key])),
        PSObject row => row.Properties.Where(property => property.IsGettable).Select(property => new KeyValuePair<string, object?>(property.Name, property.Value)),
        _ => [],
    };

    private static void Set(Action set, string field)
    {
        try
        {
            set();
        }
        catch (Exception fault) when (fault is FormatException or InvalidCastException or OverflowException)
        {
            throw new FormatException($"{field}: {fault.Message}", fault);
        }
    }
}
