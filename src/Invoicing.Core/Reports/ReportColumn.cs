namespace Invoicing.Reports;

/// <summary>A column of a table.</summary>
public sealed class ReportColumn
{
    private ReportColumn(string name, bool isNumber)
    {
        Name = name;
        IsNumber = isNumber;
    }

    /// <summary>The name at its head.</summary>
    public string Name { get; }

    /// <summary>True if its values are right-aligned and never broken across lines.</summary>
    public bool IsNumber { get; }

    /// <summary>A column of text or dates.</summary>
    /// <param name="name">The name at its head.</param>
    /// <returns>The column.</returns>
    public static ReportColumn Text(string name) => new(name, isNumber: false);

    /// <summary>A column of amounts or counts.</summary>
    /// <param name="name">The name at its head.</param>
    /// <returns>The column.</returns>
    public static ReportColumn Number(string name) => new(name, isNumber: true);
}
