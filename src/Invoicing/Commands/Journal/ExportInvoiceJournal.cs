using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Commands;

/// <summary>Writes entries of the journal to a file: CSV, or one JSON object a line.</summary>
[Cmdlet(VerbsData.Export, "InvoiceJournal")]
[OutputType(typeof(FileInfo))]
public sealed class ExportInvoiceJournalCommand : JournalQueryCmdlet
{
    private static readonly (string Name, Func<JournalEntry, object?> Value)[] Columns =
    [
        ("Id", entry => entry.Id),
        ("Time", entry => entry.Time.ToString("o", CultureInfo.InvariantCulture)),
        ("Kind", entry => entry.Kind),
        ("Type", entry => entry.Type),
        ("Reference", entry => entry.Reference),
        ("Name", entry => entry.Name),
        ("Amount", entry => entry.Amount),
        ("Currency", entry => entry.Currency),
        ("Outcome", entry => entry.Outcome.ToString()),
        ("OutcomeTime", entry => entry.OutcomeTime?.ToString("o", CultureInfo.InvariantCulture)),
        ("RecordId", entry => entry.RecordId),
        ("Number", entry => entry.Number),
        ("Session", entry => entry.Session),
        ("Provider", entry => entry.Provider),
        ("Account", entry => entry.Account),
        ("Process", entry => entry.Process),
        ("Machine", entry => entry.Machine),
        ("Sha256", entry => entry.Sha256),
    ];

    /// <summary>Path of the file. Its ending says the form: .csv, else JSON lines. A symbolic link is refused.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("OutFile", "FilePath")]
    public string Path { get; set; } = "";

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Puts an apostrophe before texts in a CSV file that begin with =, +, - or @, which spreadsheet programs would run as formulas.
    /// </summary>
    [Parameter]
    public SwitchParameter DefuseFormula { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        string path = PathOf(Path);
        Target = path;
        JournalEntry[] entries = [.. Entries()];
        bool isCsv = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        IEnumerable<string> lines = isCsv
            ? [string.Join(",", Columns.Select(column => column.Name)), .. entries.Select(CsvOf)]
            : entries.Select(JsonOf);

        // Spreadsheet programs know UTF-8 by its mark.
        OutputFile.Write(path, Force, partial => File.WriteAllLines(partial, lines, new UTF8Encoding(encoderShouldEmitUTF8Identifier: isCsv)));
        WriteObject(new FileInfo(path));
    }

    private static string JsonOf(JournalEntry entry)
    {
        var line = new JObject();
        foreach ((string name, Func<JournalEntry, object?> value) in Columns)
        {
            line[name] = value(entry) is { } known ? JToken.FromObject(known) : JValue.CreateNull();
        }

        return line.ToString(Formatting.None);
    }

    private string CsvOf(JournalEntry entry) => string.Join(",", Columns.Select(column => Cell(column.Value(entry))));

    private string Cell(object? value)
    {
        string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (DefuseFormula && value is string && text.Length > 0 && "=+-@\t\r".IndexOf(text[0]) >= 0)
        {
            text = "'" + text;
        }

        return text.IndexOfAny([',', '"', '\n', '\r']) >= 0 ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
