using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>The current object of the pipeline: a row of a file, or an object of ours.</summary>
internal sealed class Row
{
    /// <summary>Column in which Import-InvoiceCsv says which row of the file it is.</summary>
    public const string NumberColumn = "RowNumber";

    /// <summary>Columns by which a person knows a row again, the first that has a value.</summary>
    private static readonly string[] KeyColumns =
        ["Reference", "Number", "InvoiceNumber", "Code", "ClientCode", "ItemCode", "Name", "ClientName", "TaxNumber", "Id"];

    /// <param name="piped">The object from the pipeline; <c>null</c> if nothing was, or a cmdlet takes columns alone.</param>
    /// <param name="number">Its place in the pipeline; 0 if nothing was piped in.</param>
    public Row(object? piped, int number)
    {
        Piped = piped;
        IsTable = piped is PSObject or System.Collections.IDictionary;
        Number = IsTable && int.TryParse(InputRow.First(piped!, NumberColumn), out int own) ? own : number;
    }

    /// <summary>The object from the pipeline; <c>null</c> if nothing was.</summary>
    public object? Piped { get; }

    /// <summary>True if it is a row of a file or a hashtable, and not an object with methods of its own.</summary>
    public bool IsTable { get; }

    /// <summary>Its place, the first is 1.</summary>
    public int Number { get; }

    /// <summary>True if it is a row with nothing in it, as spreadsheets have at their end.</summary>
    public bool IsBlank => IsTable && InputRow.Values(Piped).All(column => column.Key == NumberColumn || InputValue.Text(column.Value) is null);

    /// <summary>Name in an error; empty for what is no row.</summary>
    public override string ToString()
    {
        if (!IsTable)
        {
            return Piped is null && Number > 0 ? $"Row {Number}" : "";
        }

        string? key = KeyColumns.Select(column => InputRow.First(Piped!, column)).FirstOrDefault(text => text is not null);
        return key is null ? $"Row {Number}" : $"Row {Number} ({key})";
    }
}
