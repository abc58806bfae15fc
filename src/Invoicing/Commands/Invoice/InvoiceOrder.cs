using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Commands;

/// <summary>Everything that makes one new document, taken from its row, or from the rows that share its reference.</summary>
internal sealed class InvoiceOrder
{
    public InvoiceOrder(Invoice invoice, ClientIdentity client, Row row)
    {
        Invoice = invoice;
        Client = client;
        Row = row;
    }

    public Invoice Invoice { get; }

    public ClientIdentity Client { get; }

    /// <summary>The client to create where there is none.</summary>
    public Client NewClient { get; init; } = new();

    /// <summary>The document that a note corrects.</summary>
    public InvoiceIdentity? Corrected { get; init; }

    /// <summary>The record that the document comes out of; it goes to the record's session.</summary>
    public InvoiceRecord? Source { get; init; }

    /// <summary>The first row of the document.</summary>
    public Row Row { get; }

    /// <summary>The object that an error of the document carries.</summary>
    public object? Target { get; init; }

    /// <summary>Values of the row as text, by parameter.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>Adds the lines of another row of the same document.</summary>
    /// <exception cref="InvoicingException">The row says something else of the document itself.</exception>
    public void Add(InvoiceOrder other)
    {
        FieldError[] conflicts =
        [
            .. other.Given.Where(value => typeof(InvoiceLine).GetProperty(value.Key) is null && value.Key != "Line")
                .Where(value => !Given.TryGetValue(value.Key, out string? first) || first != value.Value)
                .Select(value => new FieldError(value.Key, $"'{value.Value}' differs from '{(Given.TryGetValue(value.Key, out string? first) ? first : "")}' in {Row}")),
        ];
        if (conflicts.Length > 0)
        {
            throw InvoicingException.InvalidInput("document", conflicts);
        }

        Invoice.Lines = [.. Invoice.Lines, .. other.Invoice.Lines];
    }
}
