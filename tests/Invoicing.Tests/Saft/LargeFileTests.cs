using System;
using System.IO;
using Invoicing.Saft;
using Xunit;

namespace Invoicing.Tests.Saft;

/// <summary>Measures the memory of the whole process, so that nothing else may run beside it.</summary>
[CollectionDefinition(nameof(LargeFileTests), DisableParallelization = true)]
public sealed class AloneCollection
{
}

/// <summary>A file that is not small: what stays in memory must not grow with it.</summary>
[Collection(nameof(LargeFileTests))]
public sealed class LargeFileTests : IDisposable
{
    private const int Invoices = 6000;
    private const long Megabyte = 1 << 20;

    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".xml");

    public LargeFileTests() => LargeFile.Write(_path, Invoices);

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_documents_are_not_held()
    {
        WeakReference? first = null;
        var count = 0;
        foreach (var invoice in SaftReader.Read<SaftInvoice>(_path))
        {
            first ??= new WeakReference(invoice);
            count++;
            if (count == Invoices / 2)
            {
                GC.Collect();
                Assert.False(first.IsAlive);
            }
        }

        Assert.Equal(Invoices, count);
    }

    [Fact]
    public void A_check_keeps_a_few_dozen_bytes_a_document()
    {
        var peak = new Peak();

        var report = SaftChecker.Check(_path, new SaftCheckOptions { Progress = peak });

        Assert.Empty(report.Findings);
        Assert.Equal(Invoices, report.Summary.Documents);
        Assert.True(new FileInfo(_path).Length > 10 * Megabyte);
        Assert.InRange(peak.Growth, 0, 4 * Megabyte);
    }

    /// <summary>The greatest growth of what is alive, measured at every megabyte.</summary>
    private sealed class Peak : IProgress<long>
    {
        private readonly long _start = GC.GetTotalMemory(forceFullCollection: true);

        public long Growth { get; private set; }

        public void Report(long value) => Growth = Math.Max(Growth, GC.GetTotalMemory(forceFullCollection: true) - _start);
    }
}
