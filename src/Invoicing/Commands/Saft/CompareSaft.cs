using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Invoicing.Saft;

namespace Invoicing.Commands;

/// <summary>
/// Compares SAF-T (PT) files with another file of the same period, or with documents of a session: which are missing, which were added, and
/// which values changed. Files of any size are compared; nothing comes out where there is no difference.
/// </summary>
[Cmdlet(VerbsData.Compare, "Saft", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SaftDifference))]
public sealed class CompareSaftCommand : SaftFileCommand
{
    /// <summary>The types that a file calls sales documents; others of a session are passed over.</summary>
    private static readonly Dictionary<InvoiceType, string> Types = new()
    {
        [InvoiceType.Invoice] = "FT",
        [InvoiceType.VatMossInvoice] = "FT",
        [InvoiceType.SimplifiedInvoice] = "FS",
        [InvoiceType.InvoiceReceipt] = "FR",
        [InvoiceType.CreditNote] = "NC",
        [InvoiceType.VatMossCreditNote] = "NC",
        [InvoiceType.DebitNote] = "ND",
    };

    private bool _differs;

    /// <summary>The file to compare with, mostly an earlier export of the same month; a pattern must match one file.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    public string? ReferencePath { get; set; }

    /// <summary>Documents of a session to compare with, such as those that Get-Invoice lists for the month. Only sales documents are compared.</summary>
    [ValidateNotNull]
    [Parameter]
    public Invoice[]? ReferenceInvoice { get; set; }

    /// <summary>End in a terminating error after the last file if there was any difference.</summary>
    [Parameter]
    public SwitchParameter ErrorOnDifference { get; set; }

    /// <inheritdoc/>
    protected override void Begin()
    {
        if (ReferencePath is null == ReferenceInvoice is null)
        {
            ThrowTerminatingError(ErrorMapper.ToRecord(
                new InvoicingException(ErrorKind.InvalidInput, "Give the file to compare with as -ReferencePath, or documents of a session as -ReferenceInvoice, and not both."),
                null));
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
        if (_differs && ErrorOnDifference)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvoicingException(ErrorKind.InvalidFile, "A SAF-T file differs from its reference."),
                "SaftDifference",
                ErrorCategory.InvalidData,
                Target));
        }
    }

    private protected override void Process(string file)
    {
        IEnumerable<SaftDifference> differences = ReferenceInvoice is { } invoices
            ? SaftComparison.Compare(invoices.Where(IsIssued).Select(FactsOf), Facts(file, SaftSection.Invoices).Select(Comparable), Cancel)
            : SaftComparison.Compare(Facts(Reference(), SaftSection.Documents), Facts(file, SaftSection.Documents), Cancel);
        try
        {
            foreach (SaftDifference difference in differences)
            {
                difference.Path = file;
                _differs = true;
                WriteObject(difference);
            }
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private static bool IsIssued(Invoice invoice) => invoice.Number is not null
        && invoice.State is not (InvoiceState.Draft or InvoiceState.Deleted) && Types.ContainsKey(invoice.Type);

    private static SaftDocumentFacts FactsOf(Invoice invoice)
    {
        // A file is in euro; what a session has in another currency is compared without its amounts.
        bool isEuro = invoice.Currency is null or "EUR";
        return new SaftDocumentFacts
        {
            Table = SaftTable.SalesInvoices,
            Number = Numbered(Types[invoice.Type], invoice.Number!),
            Date = invoice.Date,
            Status = invoice.State == InvoiceState.Canceled ? "A" : "N",
            Customer = string.IsNullOrEmpty(invoice.Client?.TaxNumber) ? null : invoice.Client!.TaxNumber,
            Net = isEuro ? Positive(invoice.NetTotal) : null,
            Tax = isEuro ? Positive(invoice.TaxTotal) : null,
            Gross = isEuro ? Positive(invoice.Total) : null,
        };
    }

    private static decimal? Positive(decimal? amount) => amount is { } value ? Math.Abs(value) : null;

    /// <summary>A session tells cancelled documents from others, and no more of a file's states.</summary>
    private static SaftDocumentFacts Comparable(SaftDocumentFacts facts)
    {
        facts.Status = facts.Status == "A" ? "A" : "N";
        facts.Number = Numbered(facts.Type ?? "", facts.Number);
        return facts;
    }

    /// <summary>Series and number behind the type: the code before the blank is the program's own, and some leave it out.</summary>
    private static string Numbered(string type, string number) => $"{type} {number.Substring(number.IndexOf(' ') + 1)}";

    private IEnumerable<SaftDocumentFacts> Facts(string file, SaftSection sections)
    {
        var progress = new ProgressReporter(this, $"Comparing {file}");
        long size = new FileInfo(file).Length;
        return SaftComparison.FactsOf(file, sections, new ImmediateProgress<long>(read =>
        {
            if (progress.IsDue)
            {
                progress.Show($"{read / 1024 / 1024:N0} MiB", size > 0 ? (int)Math.Min(100, 100 * read / size) : -1);
            }
        }));
    }

    private string Reference()
    {
        IReadOnlyCollection<string> files = PathsOf(ReferencePath!);
        return files.Count == 1
            ? files.First()
            : throw new InvoicingException(ErrorKind.InvalidInput, $"-ReferencePath '{ReferencePath}' matches {files.Count} files instead of one.");
    }
}
