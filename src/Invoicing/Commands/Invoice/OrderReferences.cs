using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Commands;

/// <summary>
/// The references of one command. Without -GroupBy a reference stands for one row; with it, for rows that follow each other. Only the references are
/// kept, and the document that is being collected.
/// </summary>
internal sealed class OrderReferences
{
    private readonly Dictionary<string, ulong> _rows = new(StringComparer.Ordinal);
    private string? _open;
    private InvoiceOrder? _order;
    private Row? _broken;

    /// <summary>Refuses a second row of a reference that says something else: it is another line, or another document.</summary>
    /// <exception cref="InvoicingException">There was one already.</exception>
    public void CheckSingle(InvoiceOrder order)
    {
        if (!order.Row.IsTable || order.Invoice.Reference is not { } reference)
        {
            return;
        }

        ulong content = Hash(order.Given);
        if (_rows.TryGetValue(reference, out ulong before) && before != content)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"An earlier row has the reference '{reference}' too, and other values.")
            {
                Advice = "Use -GroupBy Reference if its rows are the lines of one document; else give each document a reference of its own.",
            };
        }

        _rows[reference] = content;
    }

    /// <summary>True if the rows of a reference are being collected.</summary>
    public bool IsOpen(string? reference) => reference is not null && reference == _open;

    /// <summary>Begins to collect the rows of a reference.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="order">Content of its first row; <c>null</c> if that is wrong.</param>
    /// <exception cref="InvoicingException">Its rows were complete already.</exception>
    public void Open(string reference, InvoiceOrder? order)
    {
        if (_rows.ContainsKey(reference))
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"The rows of the reference '{reference}' are not adjacent: rows of another document stand between them.")
            {
                Advice = "Sort the rows by Reference first, such as with Sort-Object Reference.",
            };
        }

        _rows.Add(reference, 0);
        _open = reference;
        _order = order;
    }

    /// <summary>Adds the lines of a row to the document that is being collected.</summary>
    public void Add(InvoiceOrder order) => _order?.Add(order);

    /// <summary>Notes that a row is wrong: its document must not be created without it.</summary>
    public void Break(Row row) => _broken ??= row;

    /// <summary>Ends the document that is being collected.</summary>
    /// <param name="broken">A row of it that is wrong.</param>
    /// <returns>The document; <c>null</c> if there is none.</returns>
    public InvoiceOrder? Close(out Row? broken)
    {
        InvoiceOrder? complete = _order;
        broken = _broken;
        _order = null;
        _broken = null;
        _open = null;
        return complete;
    }

    /// <summary>FNV-1a over the values of a row.</summary>
    private static ulong Hash(IReadOnlyDictionary<string, string> given)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in string.Concat(given.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}\n{value.Value}\n")))
        {
            hash = unchecked((hash ^ letter) * 1099511628211);
        }

        return hash;
    }
}
