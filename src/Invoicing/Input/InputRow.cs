using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Values by name out of a hashtable or a row of a CSV file.</summary>
internal static class InputRow
{
    private static readonly Dictionary<string, Action<InvoiceLine, object?, InputForm>> LineFields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Name"] = (line, value, form) => line.Name = InputText.Read(value, form),
        ["Item"] = (line, value, form) => line.Name = InputText.Read(value, form),
        ["Description"] = (line, value, form) => line.Description = InputText.Read(value, form),
        ["Quantity"] = (line, value, form) => line.Quantity = InputValue.Amount(value, form),
        ["UnitPrice"] = (line, value, form) => line.UnitPrice = InputValue.Amount(value, form),
        ["Price"] = (line, value, form) => line.UnitPrice = InputValue.Amount(value, form),
        ["Unit"] = (line, value, form) => line.Unit = InputText.Read(value, form),
        ["Discount"] = (line, value, form) => line.Discount = InputValue.Percent(value, form),
        ["Tax"] = (line, value, form) => line.Tax = InputValue.Tax(value, form),
        ["ItemCode"] = (line, value, form) => line.ItemCode = InputText.Read(value, form),
        ["Sku"] = (line, value, form) => line.ItemCode = InputText.Read(value, form),
        ["ItemId"] = (line, value, form) => line.ItemId = InputText.Read(value, form),
        ["WarehouseId"] = (line, value, form) => line.WarehouseId = InputText.Read(value, form),
        ["AccountId"] = (line, value, form) => line.AccountId = InputText.Read(value, form),
        ["Subtotal"] = (line, value, form) => line.Subtotal = InputValue.Amount(value, form),
        ["TaxRate"] = (line, value, form) => line.TaxRate = InputValue.Percent(value, form),
        ["SecondTax"] = (line, value, form) => line.SecondTax = InputValue.Tax(value, form),
        ["SecondTaxRate"] = (line, value, form) => line.SecondTaxRate = InputValue.Percent(value, form),
    };

    /// <summary>Makes a line. Columns of a row that are about something else are passed over; a key of a hashtable is not.</summary>
    public static InvoiceLine ToLine(object? source, InputForm form)
    {
        if (source is InvoiceLine ready)
        {
            return ready;
        }

        var line = new InvoiceLine();
        bool any = false;
        foreach (KeyValuePair<string, object?> value in Values(source))
        {
            if (LineFields.TryGetValue(value.Key, out Action<InvoiceLine, object?, InputForm>? set))
            {
                Set(() => set(line, value.Value, form), value.Key);
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

    /// <summary>True for a hashtable or a row.</summary>
    public static bool Is(object? source) => source is PSObject or IDictionary;

    /// <summary>Names and values of a hashtable or a row.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Values(object? source) => source switch
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
