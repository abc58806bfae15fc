using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Invoicing.Engine;

/// <summary>
/// The values of a document that a provider has no field for. One that changes what is owed, or that the law needs on the document, is
/// refused; any other is left out, which a warning says (docs/fields.md).
/// </summary>
internal sealed class MissingFields
{
    /// <summary>Begins the name of a value of a line.</summary>
    public const string Line = "Line ";

    private static readonly HashSet<string> Refused =
    [
        nameof(Invoice.PricesIncludeTax), nameof(Invoice.Surcharge), nameof(Invoice.Withholding), nameof(Invoice.GlobalDiscount), nameof(Invoice.Currency),
        Line + nameof(InvoiceLine.Discount), Line + nameof(InvoiceLine.SecondTax), Line + nameof(InvoiceLine.SecondTaxRate), .. Bound,
    ];

    private readonly string _provider;
    private readonly (string Name, PropertyInfo Property)[] _fields;

    /// <param name="provider">Name of the provider.</param>
    /// <param name="names">Names of properties of a document, and of its lines after <see cref="Line"/>.</param>
    public MissingFields(string provider, params string[] names)
    {
        _provider = provider;
        _fields = [.. names.Select(name => (name, PropertyOf(name)))];
    }

    /// <summary>Values that mean something in one account alone. A document of another account leaves them behind, which a warning says.</summary>
    private static string[] Bound =>
    [
        nameof(Invoice.Number), nameof(Invoice.Sequence), nameof(Invoice.SequenceId), nameof(Invoice.CorrectedInvoiceId), nameof(Invoice.TaxExemption),
        Line + nameof(InvoiceLine.ItemId), Line + nameof(InvoiceLine.ItemCode), Line + nameof(InvoiceLine.WarehouseId),
    ];

    /// <summary>Refuses a document with a value that must not be left out.</summary>
    /// <exception cref="InvoicingException">It has one.</exception>
    public void Check(string what, Invoice invoice)
    {
        FieldError[] errors =
        [
            .. _fields.Where(field => IsRefused(field.Name, invoice) && IsGiven(field, invoice)).Select(field => new FieldError(
                Word(field.Name), $"{_provider} has no field for it{On(invoice)}, and without it the document would be another one")),
        ];
        if (errors.Length > 0)
        {
            throw InvoicingException.InvalidInput(what, errors);
        }
    }

    /// <summary>The values that are left out.</summary>
    public IReadOnlyList<LeftOutValue> LeftOut(string what, Invoice invoice) =>
    [
        .. _fields.Where(field => !IsRefused(field.Name, invoice) && IsGiven(field, invoice)).Select(field => new LeftOutValue(
            Word(field.Name), $"{what}: {_provider} has no field for {Word(field.Name)}{On(invoice)}, which is left out.")),
    ];

    /// <summary>True for the values that are refused where a provider has no field for them.</summary>
    private static bool IsRefused(string name, Invoice invoice) =>
        Refused.Contains(name) && !(Array.IndexOf(Bound, name) >= 0 && (invoice.IsMoved || invoice.Id is not null));

    private static string On(Invoice invoice) => invoice.Type == InvoiceType.Invoice ? "" : $" on a document of the type {invoice.Type}";

    private static string Word(string name) => name == nameof(Invoice.CorrectedInvoiceId) ? "For" : name.StartsWith(Line, StringComparison.Ordinal) ? name.Substring(Line.Length) : name;

    private static PropertyInfo PropertyOf(string name) =>
        name.StartsWith(Line, StringComparison.Ordinal) ? typeof(InvoiceLine).GetProperty(name.Substring(Line.Length))! : typeof(Invoice).GetProperty(name)!;

    private static bool IsGiven((string Name, PropertyInfo Property) field, Invoice invoice) => field.Property.DeclaringType == typeof(InvoiceLine)
        ? invoice.Lines.Any(line => !(line.IsRead && invoice.Id is not null) && IsGiven(field.Property, field.Property.GetValue(line)))
        : !(invoice.Id is not null && Array.IndexOf(Bound, field.Name) >= 0) && IsGiven(field.Property, field.Property.GetValue(invoice));

    /// <summary>Every account is in euros, and a rate of 1 is none.</summary>
    private static bool IsGiven(PropertyInfo property, object? value) => value switch
    {
        null or "" or false or 0m or ICollection { Count: 0 } => false,
        string currency when property.Name == nameof(Invoice.Currency) => !(currency.Equals("EUR", StringComparison.OrdinalIgnoreCase) || currency.Equals("Euro", StringComparison.OrdinalIgnoreCase)),
        1m when property.Name == nameof(Invoice.ExchangeRate) => false,
        _ => true,
    };
}
