using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Saft.Checks;

/// <summary>R01: documents that notes and receipts name, as far as they are in the file.</summary>
internal sealed class ReferenceCheck(CheckContext context) : SaftCheck(context)
{
    // Most references lead out of the file [seen], so what waits for its target must not grow with it.
    private const int MaxWaiting = 50_000;

    private readonly List<Reference> _waiting = [];

    public override void FileEnd()
    {
        foreach (var reference in _waiting)
        {
            if (Context.Documents.TryFind(reference.Target, out var facts))
            {
                Compare(reference, facts);
            }
            else if (IsInGap(reference.Target))
            {
                Report(
                    reference, "The document that is named is missing between others of its series.", null, reference.Target,
                    SaftLevel.Information);
            }
        }
    }

    protected override void Document(SaftDocument document)
    {
        if (document is SaftInvoice { Type: "NC" or "ND" })
        {
            CheckNote(document);
        }
        else if (document is SaftPayment)
        {
            foreach (var line in document.Lines)
            {
                foreach (var source in line.SourceDocuments)
                {
                    Check(new Reference(document, line, source.OriginatingOn, source.InvoiceDate));
                }
            }
        }
    }

    private void CheckNote(SaftDocument document)
    {
        var references = document.Lines.SelectMany(line => line.References, (line, reference) => (line, reference)).ToList();
        if (!document.IsCancelled && !references.Any(pair => pair.reference is { Reference: not null, Reason: not null }))
        {
            Report("R01", document, "A credit or debit note names no document with a reason.", "References on a line", null);
        }

        foreach (var (line, reference) in references)
        {
            Check(new Reference(document, line, reference.Reference, null));
        }
    }

    private void Check(Reference reference)
    {
        if (reference.Target.Length == 0)
        {
            return;
        }

        if (reference.Target == reference.Number)
        {
            Report(reference, "The document names itself.", "another document", reference.Target);
            return;
        }

        if (Context.Documents.TryFind(reference.Target, out var facts))
        {
            Compare(reference, facts);
        }
        else if (_waiting.Count < MaxWaiting)
        {
            _waiting.Add(reference);
        }
    }

    private void Compare(Reference reference, DocumentFacts facts)
    {
        if (facts.IsCancelled && !reference.IsCancelled)
        {
            Report(reference, "The document that is named is cancelled.", null, reference.Target);
        }

        if (!facts.IsOfCustomer(reference.CustomerId))
        {
            Report(reference, "The document that is named is of another customer.", null, $"{reference.Target}, {reference.CustomerId}");
        }

        if (reference.Date is { } date && facts.Date is { } real && date != real)
        {
            Report(
                reference, "The document that is named has another date.", SaftText.Date(real),
                $"{reference.Target}, {SaftText.Date(date)}");
        }
    }

    private bool IsInGap(string number)
        => SaftDocumentNumber.Parse(number) is { } parts && Context.Series.Find(parts.Series)?.Numbers.IsGap(parts.Sequence) == true;

    private void Report(Reference reference, string description, string? expected, string? found, SaftLevel? level = null)
        => Context.Findings.Add("R01", reference.Table, reference.Number, reference.Line, description, expected, found, level);

    /// <summary>A document naming another; holds nothing of the record, so that it can wait.</summary>
    private readonly struct Reference(SaftDocument document, SaftLine line, string? target, DateTime? date)
    {
        public SaftTable Table { get; } = document.Table;

        public string? Number { get; } = document.Number;

        public string? CustomerId { get; } = document.CustomerId;

        public bool IsCancelled { get; } = document.IsCancelled;

        public int Line { get; } = line.SourceLine;

        public string Target { get; } = target ?? "";

        public DateTime? Date { get; } = date;
    }
}
