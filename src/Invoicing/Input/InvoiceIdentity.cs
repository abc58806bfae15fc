using System;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Identity of a document: its object, identifier or number.</summary>
public sealed class InvoiceIdentity
{
    private InvoiceIdentity()
    {
    }

    /// <summary>The object itself.</summary>
    public Invoice? Invoice { get; private init; }

    /// <summary>The provider's identifier.</summary>
    public string? Id { get; private init; }

    /// <summary>The number with its series, such as <c>FT 2026/14</c>.</summary>
    public string? Number { get; private init; }

    /// <summary>The type, where the source says it.</summary>
    public InvoiceType? Type { get; private init; }

    /// <summary>The original value.</summary>
    public override string ToString() => Invoice?.ToString() ?? Number ?? Id ?? "";

    internal static InvoiceIdentity ById(string id, InvoiceType? type = null) => new() { Id = id, Type = type };

    /// <summary>The user's input, as the target of errors.</summary>
    internal object? Source { get; private set; }

    /// <summary>Reads user input. Digits alone are an identifier, other text is a number.</summary>
    internal static InvoiceIdentity From(object source)
    {
        InvoiceIdentity identity = Read(source);
        identity.Source = source;
        return identity;
    }

    private static InvoiceIdentity Read(object source) => source switch
    {
        Invoice invoice => new InvoiceIdentity { Invoice = invoice },
        Payment { InvoiceId: { } id } => ById(id),
        int or long => ById(InputValue.Text(source)!),
        string text when text.Trim().Length > 0 => FromText(text.Trim(), null),
        PSObject or System.Collections.IDictionary => FromRow(source),

        // The one exception after which PowerShell goes on to another parameter that takes pipeline input, such as -Operation.
        ProviderOperation => throw new PSInvalidCastException($"'{source}' is no document."),
        _ => throw new FormatException($"'{source}' is no document: give an id, a number or the object."),
    };

    private static InvoiceIdentity FromText(string text, InvoiceType? type) =>
        text.All(char.IsDigit) ? ById(text, type) : new InvoiceIdentity { Number = text, Type = type };

    private static InvoiceIdentity FromRow(object row)
    {
        var type = (InvoiceType?)InputValue.Member(typeof(InvoiceType), InputRow.First(row, "Type"));
        return InputRow.First(row, "Id", "InvoiceId") is { } id ? ById(id, type)
            : InputRow.First(row, "Number") is { } number ? FromText(number, type)
            : throw new FormatException("The row has no Id or Number, so it names no document.");
    }
}
