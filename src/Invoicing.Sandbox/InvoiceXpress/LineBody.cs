using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Reads the lines of a document from a request.</summary>
internal static class LineBody
{
    private const decimal Highest = 1_000_000_000_000;

    //  [official], [seen]
    private static readonly string[] Units = { "hour", "day", "month", "unit", "service", "other" };

    public static List<LineRecord> Read(TaxStore taxes, JObject body)
    {
        // A wrapper such as {"item":[…]} is refused. [seen]
        var rows = body["items"] as JArray ?? throw Refusal.Invalid("Items must be an array", "items");
        if (rows.Count == 0)
        {
            throw Refusal.Invalid("Items can't be blank", "items");
        }

        return rows.Select(row => ReadLine(taxes, row as JObject ?? throw Refusal.Invalid("Items is invalid", "items"))).ToList();
    }

    public static string? Unit(JObject row)
    {
        var unit = Wire.Filled(row, "unit");
        return unit is null || Units.Contains(unit) ? unit : throw Refusal.Invalid("Unit is not included in the list", "unit");
    }

    /// <summary>The tax of a line or item. An unknown name silently takes the default. [official]</summary>
    public static TaxRecord Tax(TaxStore taxes, JObject row)
    {
        var tax = Wire.Object(row, "tax");
        if (tax is null)
        {
            return taxes.Default;
        }

        // The name decides; an id counts only when it stands alone. [seen]
        var name = Wire.Text(tax, "name");
        var found = name != null ? taxes.ByName(name) : Wire.Integer(tax, "id") is { } id ? taxes.ById(id) : null;
        return found ?? taxes.Default;
    }

    public static decimal Price(JObject row)
    {
        var price = Wire.Decimal(row, "unit_price", "Unit price") ?? throw Refusal.Invalid("Unit price can't be blank", "unit_price");
        return Math.Abs(price) < Highest ? price : throw Refusal.Invalid("Unit price is too big", "unit_price");
    }

    private static LineRecord ReadLine(TaxStore taxes, JObject row)
    {
        var name = Wire.Filled(row, "name") ?? throw Refusal.Invalid("Item name can't be blank", "name");
        var price = Price(row);
        if (price < 0)
        {
            throw Refusal.Invalid("Unit price must be greater than or equal to 0", "unit_price");
        }

        // A quantity that is not sent is taken for one. [seen]
        var quantity = Wire.Decimal(row, "quantity", "Quantity") ?? 1;
        if (quantity is <= 0 or >= Highest)
        {
            throw Refusal.Invalid("Quantity must be greater than 0", "quantity");
        }

        var discount = Wire.Decimal(row, "discount", "Discount") ?? 0;
        if (discount is < 0 or > 100)
        {
            throw Refusal.Invalid("Discount must be between 0 and 100", "discount");
        }

        return new LineRecord(name, Wire.Text(row, "description") ?? "", price, quantity, discount, Unit(row), Tax(taxes, row));
    }
}
