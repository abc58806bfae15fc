using System;
using System.Collections.Generic;

namespace Invoicing.Saft.Checks;

/// <summary>C06: amounts that look like a tax number, and one that is absurd beside all others: slips of the keyboard.</summary>
internal sealed class OddAmountCheck(CheckContext context) : SaftCheck(context)
{
    private const decimal FirstTaxNumber = 100_000_000m;
    private const decimal LastTaxNumber = 999_999_999m;
    private const decimal Absurd = 1000m;
    private const decimal Small = 100_000m;
    private const int Enough = 10;

    private readonly Dictionary<SaftTable, Amounts> _amounts = [];

    public override void FileEnd()
    {
        foreach (var pair in _amounts)
        {
            var amounts = pair.Value;
            var average = amounts.Count > Enough ? (amounts.Sum - amounts.Largest) / (amounts.Count - 1) : decimal.MaxValue;
            if (amounts.Largest > Small && amounts.Largest / Absurd > average)
            {
                Context.Findings.Add(
                    "C06", pair.Key, amounts.Number, amounts.Line, "The gross total is more than a thousand times the average of the others.",
                    "about " + SaftText.Money(average), SaftText.Of(amounts.Largest));
            }
        }
    }

    protected override void Document(SaftDocument document)
    {
        if (document.IsCancelled || document.GrossTotal is not { } gross)
        {
            return;
        }

        if (!_amounts.TryGetValue(document.Table, out var amounts))
        {
            _amounts.Add(document.Table, amounts = new Amounts());
        }

        amounts.Add(document, gross);
        if (LooksLikeTaxNumber(gross) || document.Lines.Exists(line => LooksLikeTaxNumber(Math.Abs(line.Amount))))
        {
            Report("C06", document, "An amount looks like a tax number.", null, SaftText.Of(gross));
        }
    }

    private static bool LooksLikeTaxNumber(decimal amount)
        => amount is >= FirstTaxNumber and <= LastTaxNumber && decimal.Truncate(amount) == amount
            && TaxNumber.IsValid(SaftText.Of((long)amount));

    private sealed class Amounts
    {
        public int Count { get; private set; }

        public decimal Sum { get; private set; }

        public decimal Largest { get; private set; }

        public string? Number { get; private set; }

        public int Line { get; private set; }

        public void Add(SaftDocument document, decimal gross)
        {
            Count++;
            Sum += gross;
            if (gross > Largest)
            {
                (Largest, Number, Line) = (gross, document.Number, document.SourceLine);
            }
        }
    }
}
