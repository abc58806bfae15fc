using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Threading.Tasks;
using Invoicing.Saft.Encodings;

namespace Invoicing.Commands;

/// <summary>
/// Reads bank statements as entries: ISO 20022 (camt.053 and camt.054, versions 02 to 10, also in a ZIP), MT940, Norma 43 and CSV. A file is
/// checked to its end before its first entry is written: nothing comes out of a file that is cut or whose balances do not agree.
/// </summary>
[Cmdlet(VerbsData.Import, "InvoiceBankStatement", DefaultParameterSetName = PathSet)]
[OutputType(typeof(BankEntry))]
public sealed class ImportInvoiceBankStatementCommand : FileCommand
{
    /// <summary>CSV: headings of the file and the columns that they mean, such as @{ 'Descritivo' = 'Text' }.</summary>
    [Parameter]
    public IDictionary? Map { get; set; }

    /// <summary>CSV: the culture in which the file writes numbers and dates, such as pt-PT; else it is found from the file, or refused.</summary>
    [Parameter]
    [CultureTransformation]
    [Completes]
    public CultureInfo? Culture { get; set; }

    /// <summary>Reads a file although its balances, sums or counts do not agree with its entries.</summary>
    [Parameter]
    public SwitchParameter SkipBalanceCheck { get; set; }

    private protected override void Process(string file)
    {
        try
        {
            var progress = new ProgressReporter(this, $"Reading {file}");
            int count = 0;
            foreach (BankEntry entry in Read(file))
            {
                WriteObject(entry);
                progress.Count(++count, null, "entries");
            }

            progress.End();
        }
        catch (InvoicingException fault)
        {
            throw new InvoicingException(fault.Kind, $"{System.IO.Path.GetFileName(file)}: {fault.Message}", fault) { Advice = fault.Advice, FieldErrors = fault.FieldErrors };
        }
    }

    /// <summary>Checks the file, which may take a while, so that Ctrl+C works meanwhile.</summary>
    private IEnumerable<BankEntry> Read(string file)
    {
        BankFormat? format = BankStatementReader.DetectFormat(file);
        if (format is null or BankFormat.Csv)
        {
            var csv = new BankCsv(file, Culture, InputValue.Texts(Map), SkipBalanceCheck);
            return Await(Task.Run(() => csv.Read(Cancel)));
        }

        if (Map is not null || Culture is not null)
        {
            WriteWarning(FormattableString.Invariant($"{System.IO.Path.GetFileName(file)} is a file in {format}: -Map and -Culture are for CSV and were left out."));
        }

        var options = new BankStatementOptions { Encoding = CodePages.Windows1252, SkipBalanceCheck = SkipBalanceCheck };
        return Await(Task.Run(() => BankStatementReader.Read(file, options, Cancel)));
    }
}
