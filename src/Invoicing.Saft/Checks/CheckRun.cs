using System;
using System.Threading;
using Invoicing.Saft.Reading;
using Invoicing.Saft.Schema;
using Invoicing.Saft.Signatures;

namespace Invoicing.Saft.Checks;

/// <summary>One pass over one file with all checks.</summary>
internal sealed class CheckRun(SaftCheckOptions options)
{
    private readonly CheckContext _context = new(options);

    public SaftReport Run(Func<SaftSource> open, string? path, CancellationToken cancellationToken)
    {
        _context.Summary.Path = _context.Findings.Path = path;
        using var key = options.PublicKey is { } text ? SignatureKey.Parse(text) : null;
        try
        {
            using var source = open();
            Read(source, Checks(key), cancellationToken);
        }
        catch (SaftFormatException fault)
        {
            Report(fault);
        }

        return _context.ToReport();
    }

    /// <summary>All checks; the order matters where one keeps what another asks for.</summary>
    private SaftCheck[] Checks(SignatureKey? key) =>
    [
        new HeaderCheck(_context),
        new TaxNumberCheck(_context),
        new KeyCheck(_context),
        new AssertionCheck(_context),
        new TaxTableCheck(_context),
        new TableTotalsCheck(_context),
        new DocumentTotalsCheck(_context),
        new LineAmountCheck(_context),
        new SeriesCheck(_context),
        new TypeCodeCheck(_context),
        new DateWindowCheck(_context),
        new HashCheck(_context),
        new SignatureCheck(_context, key),
        new AtcudCheck(_context),
        new ExemptionCheck(_context),
        new ReferenceCheck(_context),
        new ContentCheck(_context),
        new TransportCheck(_context),
        new SimplifiedInvoiceCheck(_context),
        new PaymentCheck(_context),
        new OddAmountCheck(_context),
        new LedgerCheck(_context),
    ];

    private void Read(SaftSource source, SaftCheck[] checks, CancellationToken cancellationToken)
    {
        using var parser = new SaftParser(source, SaftSection.All);
        parser.Listener = new SchemaCheck(_context, parser, source);
        _context.Summary.DeclaredEncoding = source.Encoding.Declared;
        try
        {
            while (parser.Read() is { } record)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var check in checks)
                {
                    See(check, record, parser.Table);
                }
            }

            End(checks);
        }
        finally
        {
            foreach (var check in checks)
            {
                check.Close();
            }

            // Of a file of another version the encoding does not matter any more.
            if (parser.HasVersion)
            {
                _context.Summary.Version = SaftSchemaTable.Version;
                EncodingCheck.Check(_context, source);
            }
        }
    }

    private void See(SaftCheck check, SaftRecord record, SaftTable table)
    {
        try
        {
            check.See(record);
        }
        catch (OverflowException)
        {
            // The strict schema caps no number, a decimal does.
            _context.Findings.Add(
                "S01", table, record.Key, record.SourceLine, "The amounts are too great to compute with.", null, null,
                tier: SaftTier.Intake);
        }
    }

    private void End(SaftCheck[] checks)
    {
        _context.Summary.IsComplete = true;
        foreach (var check in checks)
        {
            check.FileEnd();
        }

        // The strict schema does without documents (accounting files); the monthly intake does not [official].
        if (options.Level == SaftCheckLevel.Intake && !_context.HasDocumentTables)
        {
            _context.Findings.Add("S01", SaftTable.File, null, 0, "The monthly intake asks for SourceDocuments.", "SourceDocuments", null);
        }
    }

    private void Report(SaftFormatException fault)
    {
        _context.Summary.Version ??= fault.Version;
        _context.Findings.Add(fault.RuleId, SaftTable.File, null, fault.Line, fault.Message, fault.Expected, fault.Found);
    }
}
