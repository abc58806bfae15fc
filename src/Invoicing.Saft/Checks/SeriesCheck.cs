using System;
using System.Collections.Generic;

namespace Invoicing.Saft.Checks;

/// <summary>N01, N02 and N04: numbers and dates of a series.</summary>
internal sealed class SeriesCheck(CheckContext context) : SaftCheck(context)
{
    private readonly Dictionary<string, DateTime> _lastDates = new(StringComparer.Ordinal);

    public override void FileEnd()
    {
        foreach (var series in Context.Series.All)
        {
            var ranges = series.Numbers.All;
            if (series.Previous is { } previous && previous.LastNumber < ranges[0].From - 1)
            {
                ReportGap(series, previous.LastNumber, ranges[0]);
            }

            for (var i = 1; i < ranges.Count; i++)
            {
                ReportGap(series, ranges[i - 1].To, ranges[i]);
            }
        }
    }

    protected override void Document(SaftDocument document)
    {
        if (Context.Series.EntryOf(document) is not { } series || document.Sequence is not { } number)
        {
            return;
        }

        var last = series.Numbers.Last;
        if (!series.Add(document, number))
        {
            Report("N02", document, "The number was already used in its series.", null, document.Number);
        }
        else if (number < last)
        {
            Report(
                "N02", document, "The documents of a series are not in the order of their numbers.", null,
                $"{series.Name}/{last} before it", SaftLevel.Information, null, SaftTier.Strict);
        }
        else
        {
            CheckDate(document, series.Name);
        }
    }

    private void ReportGap(SeriesEntry series, long before, NumberRange behind)
    {
        var first = $"{series.Name}/{before + 1}";
        var missing = behind.From - before == 2 ? first : $"{first} to {series.Name}/{behind.From - 1}";
        Context.Findings.Add(
            "N01", series.Table, $"{series.Name}/{behind.From}", behind.Line, "Numbers before this one are missing in the series.",
            missing, null);
    }

    private void CheckDate(SaftDocument document, string series)
    {
        // Documents recovered from paper keep the date of the paper [official].
        if (document.Date is not { } date || document.SourceBilling == "M")
        {
            return;
        }

        if (_lastDates.TryGetValue(series, out var last) && date < last)
        {
            Report(
                "N04", document, "The document is dated before its predecessor in the series.", SaftText.Date(last) + " or later",
                SaftText.Date(date));
        }

        _lastDates[series] = date;
    }
}
