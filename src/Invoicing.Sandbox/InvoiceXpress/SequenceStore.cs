using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The series of a company, one of which is the default.</summary>
internal sealed class SequenceStore
{
    private const int IdStep = 20;

    // Codes hold capitals and digits without vowels, 0 and 1, and those that were seen begin with J (docs/facts/saft-pt.md#atcud).
    private const string CodeLetters = "BCDFGHJKLMNPQRSTVWXYZ23456789";

    private readonly List<SeriesRecord> _all = new();
    private readonly int _seed;
    private long _nextId;

    public SequenceStore(long firstId, int seed)
    {
        _nextId = firstId;
        _seed = seed;
    }

    public IReadOnlyList<SeriesRecord> All => _all;

    public SeriesRecord? Default { get; set; }

    public SeriesRecord? ById(long id) => _all.Find(series => series.Id == id);

    public SeriesRecord? ByName(string name) => _all.Find(series => series.Name == name);

    public SequenceCounter? Counter(long id) => _all.SelectMany(series => series.Counters).FirstOrDefault(counter => counter.Id == id);

    public SeriesRecord Add(string name)
    {
        var series = new SeriesRecord(name, _nextId);
        _nextId += IdStep;
        return Put(series);
    }

    /// <summary>Keeps a series under the ids that its counters have.</summary>
    public SeriesRecord Put(SeriesRecord series)
    {
        _nextId = Math.Max(_nextId, series.Counters.Max(counter => counter.Id) + 1);
        _all.Add(series);
        Default ??= series;
        return series;
    }

    public void Register(SeriesRecord series)
    {
        foreach (var counter in series.Counters.Where(counter => counter.Kind.HasAtcud))
        {
            var code = "J";
            for (var i = 1; i < 8; i++)
            {
                code += CodeLetters[Mixer.Pick(CodeLetters.Length, _seed, counter.Id, i)];
            }

            counter.ValidationCode = code;
        }
    }
}
