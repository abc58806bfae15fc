using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Invoicing.Saft.Comparison;

/// <summary>Sorts documents: in memory while they are few, else in runs that lie in a temporary file and are merged.</summary>
internal sealed class FactSorter(int capacity = 20_000) : IDisposable
{
    private readonly List<SaftDocumentFacts> _waiting = [];
    private readonly List<(long Start, int Count)> _runs = [];
    private FileStream? _file;

    /// <summary>The number of runs in the temporary file.</summary>
    public int Runs => _runs.Count;

    public void Add(SaftDocumentFacts facts)
    {
        _waiting.Add(facts);
        if (_waiting.Count >= capacity)
        {
            Spill();
        }
    }

    /// <summary>All documents in order. Documents with the same number keep the order in which they came.</summary>
    public IEnumerable<SaftDocumentFacts> Sorted()
    {
        var sources = _runs.Select(run => Read(run.Start, run.Count)).ToList();
        sources.Add(InOrder());
        var readers = sources.Select(source => source.GetEnumerator()).Where(reader => reader.MoveNext()).ToList();
        while (readers.Count > 0)
        {
            var first = readers[0];
            foreach (var reader in readers)
            {
                first = FactOrder.Compare(reader.Current, first.Current) < 0 ? reader : first;
            }

            yield return first.Current;
            if (!first.MoveNext())
            {
                readers.Remove(first);
            }
        }
    }

    public void Dispose() => _file?.Dispose();

    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        writer.Write(text ?? "");
    }

    private static string? ReadText(BinaryReader reader)
    {
        var isThere = reader.ReadBoolean();
        var text = reader.ReadString();
        return isThere ? text : null;
    }

    private static void Write(BinaryWriter writer, decimal? amount)
    {
        writer.Write(amount is not null);
        writer.Write(amount ?? 0);
    }

    private static decimal? ReadAmount(BinaryReader reader)
    {
        var isThere = reader.ReadBoolean();
        var amount = reader.ReadDecimal();
        return isThere ? amount : null;
    }

    private IEnumerable<SaftDocumentFacts> InOrder()
        => _waiting.OrderBy(facts => facts, Comparer<SaftDocumentFacts>.Create(FactOrder.Compare));

    private void Spill()
    {
        _file ??= new FileStream(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        _file.Seek(0, SeekOrigin.End);
        _runs.Add((_file.Position, _waiting.Count));
        using var writer = new BinaryWriter(_file, Encoding.UTF8, leaveOpen: true);
        foreach (var facts in InOrder())
        {
            writer.Write((int)facts.Table);
            writer.Write(facts.Number);
            Write(writer, facts.Type);
            writer.Write(facts.Date?.Ticks ?? -1);
            Write(writer, facts.Status);
            Write(writer, facts.Customer);
            writer.Write(facts.Lines ?? -1);
            Write(writer, facts.Net);
            Write(writer, facts.Tax);
            Write(writer, facts.Gross);
            Write(writer, facts.Hash);
        }

        _waiting.Clear();
    }

    /// <summary>A run, read in blocks, as all runs share the file and its position.</summary>
    private IEnumerable<SaftDocumentFacts> Read(long start, int count)
    {
        const int BlockLength = 500;
        var position = start;
        for (var done = 0; done < count; done += BlockLength)
        {
            var block = ReadBlock(ref position, Math.Min(BlockLength, count - done));
            foreach (var facts in block)
            {
                yield return facts;
            }
        }
    }

    private List<SaftDocumentFacts> ReadBlock(ref long position, int count)
    {
        _file!.Position = position;
        using var reader = new BinaryReader(_file, Encoding.UTF8, leaveOpen: true);
        var block = new List<SaftDocumentFacts>(count);
        for (var i = 0; i < count; i++)
        {
            block.Add(ReadOne(reader));
        }

        position = _file.Position;
        return block;
    }

    private static SaftDocumentFacts ReadOne(BinaryReader reader)
    {
        var facts = new SaftDocumentFacts { Table = (SaftTable)reader.ReadInt32(), Number = reader.ReadString(), Type = ReadText(reader) };
        var ticks = reader.ReadInt64();
        facts.Date = ticks < 0 ? null : new DateTime(ticks);
        facts.Status = ReadText(reader);
        facts.Customer = ReadText(reader);
        var lines = reader.ReadInt32();
        facts.Lines = lines < 0 ? null : lines;
        facts.Net = ReadAmount(reader);
        facts.Tax = ReadAmount(reader);
        facts.Gross = ReadAmount(reader);
        facts.Hash = ReadText(reader);
        return facts;
    }
}
