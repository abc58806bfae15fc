using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Operations;

/// <summary>A file is there whole, or it is not there.</summary>
public sealed class DownloadTests : IDisposable
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"Windows-1252\"?><AuditFile/>";
    private const string Pdf = "%PDF-1.4\n%%EOF";

    private readonly Folder _folder = new();
    private readonly Rig _rig = new(timeout: TimeSpan.FromSeconds(20));

    public void Dispose()
    {
        _rig.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(Xml)]
    [InlineData("<AuditFile xmlns=\"x\"/>")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?><AuditFile/>")]
    [InlineData(" \r\n<!-- x --><AuditFile/>")]
    public async Task AFileIsSavedByteByByte(string text)
    {
        await SaveAsync(await SaftAsync(Answer.Text("application/octet-stream", text)), "saft.xml");

        Assert.Equal(["saft.xml"], _folder.Files);
        Assert.Equal(Encoding.UTF8.GetBytes(text), File.ReadAllBytes(_folder.At("saft.xml")));
    }

    [Fact]
    public async Task TheLinkIsOpenedWithoutTheKey()
    {
        await SaveAsync(await SaftAsync(Answer.Text("text/xml", Xml)), "saft.xml");

        Assert.Equal("GET /file.xml?sig=S1G", _rig.Server.Lines.Last());
        Assert.Null(_rig.Server.Calls[^1].Value("api_key"));
        Assert.DoesNotContain("S1G", _rig.Observer.Text);
    }

    [Fact]
    public async Task AnExistingFileStaysUnlessItMayBeReplaced()
    {
        File.WriteAllText(_folder.At("saft.xml"), "old");
        ProviderOperation operation = await SaftAsync(Answer.Text("text/xml", Xml));
        int calls = _rig.Server.Calls.Count;

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => SaveAsync(operation, "saft.xml"));
        Assert.Equal(ErrorKind.FileFailed, fault.Kind);
        Assert.Equal(calls, _rig.Server.Calls.Count);
        Assert.Equal("old", File.ReadAllText(_folder.At("saft.xml")));

        await SaveAsync(operation, "saft.xml", overwrite: true);
        Assert.Equal(Xml, File.ReadAllText(_folder.At("saft.xml")));
        Assert.Equal(["saft.xml"], _folder.Files);
    }

    /// <summary>File systems allow 255 bytes: the name of the part file is not longer than that of the file.</summary>
    [Theory]
    [InlineData(244, "x")]
    [InlineData(255, "x")]
    [InlineData(244, "\u00E9")]
    [InlineData(244, "\U0001F600")]
    public async Task ALongNameIsAName(int bytes, string letter)
    {
        string name = string.Concat(Enumerable.Repeat(letter, (bytes - 4) / Encoding.UTF8.GetByteCount(letter))) + ".xml";

        await SaveAsync(await SaftAsync(Answer.Text("text/xml", Xml)), name);

        Assert.Equal([name], _folder.Files);
    }

    /// <summary>What a link leads to is not the file that was named.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task ALinkIsRefused(bool overwrite, bool isThere)
    {
        if (isThere)
        {
            File.WriteAllText(_folder.At("real.xml"), "old");
        }

        File.CreateSymbolicLink(_folder.At("link.xml"), _folder.At("real.xml"));
        ProviderOperation operation = await SaftAsync(Answer.Text("text/xml", Xml));

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => SaveAsync(operation, "link.xml", overwrite));

        Assert.Equal(ErrorKind.FileFailed, fault.Kind);
        Assert.Contains("symbolic link", fault.Message);
        Assert.NotNull(new FileInfo(_folder.At("link.xml")).LinkTarget);
        Assert.Equal(isThere ? "old" : null, isThere ? File.ReadAllText(_folder.At("real.xml")) : null);
    }

    /// <summary>An observer that wants bodies changes nothing: a download is written as it comes, and none of it is kept.</summary>
    [Fact]
    public async Task AFileIsNotBufferedForAnObserverOfBodies()
    {
        const int MaxAnswer = 1 << 20;
        byte[] large = Encoding.UTF8.GetBytes(Xml + new string(' ', 8 * MaxAnswer));
        ProviderOperation operation = await SaftAsync(Answer.Bytes("text/xml", large));
        _rig.Observer.WantsBodies = true;

        await SaveAsync(operation, "saft.xml");

        Assert.Equal(large.Length, new FileInfo(_folder.At("saft.xml")).Length);
        Assert.All(_rig.Observer.Traces, trace => Assert.DoesNotContain("AuditFile", trace.ResponseBody ?? ""));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ADirectoryInTheWayIsSaid(bool overwrite)
    {
        Directory.CreateDirectory(_folder.At("saft.xml"));

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(
            async () => await SaveAsync(await SaftAsync(Answer.Text("text/xml", Xml)), "saft.xml", overwrite));

        Assert.Equal(ErrorKind.FileFailed, fault.Kind);
        Assert.Equal(["saft.xml"], _folder.Files);
    }

    [Fact]
    public async Task APlaceThatCannotBeWrittenToIsSaidAndNotBlamedOnTheConnection()
    {
        ProviderOperation operation = await SaftAsync(Answer.Text("text/xml", Xml));

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => SaveAsync(operation, "missing/saft.xml"));

        Assert.Equal(ErrorKind.FileFailed, fault.Kind);
        Assert.Contains("missing", fault.Message);
        Assert.Empty(_rig.Clock.Delays);
    }

    [Fact]
    public async Task AFileInTheWayOfAFolderIsSaidToo()
    {
        File.WriteAllText(_folder.At("a"), "");
        ProviderOperation operation = await SaftAsync(Answer.Text("text/xml", Xml));

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => SaveAsync(operation, "a/saft.xml"));

        Assert.Equal(ErrorKind.FileFailed, fault.Kind);
    }

    [Theory]
    [InlineData(Delivery.CutOff)]
    [InlineData(Delivery.Reset)]
    public async Task ADownloadThatIsCutOffIsFetchedAgain(Delivery delivery)
    {
        ProviderOperation operation = await SaftAsync(Answer.Broken(Xml, 20, delivery), Answer.Text("text/xml", Xml));

        await SaveAsync(operation, "saft.xml");

        Assert.Equal(Xml, File.ReadAllText(_folder.At("saft.xml")));
    }

    [Theory]
    [InlineData(Delivery.CutOff)]
    [InlineData(Delivery.Reset)]
    public async Task ADownloadThatNeverGetsWholeLeavesNothing(Delivery delivery)
    {
        ProviderOperation operation = await SaftAsync();
        _rig.Server.Otherwise(_ => Answer.Broken(Xml, 20, delivery));
        File.WriteAllText(_folder.At("saft.xml"), "old");

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => SaveAsync(operation, "saft.xml", overwrite: true));

        Assert.Equal(ErrorKind.ProviderUnavailable, fault.Kind);
        Assert.DoesNotContain("S1G", fault.ToString());
        Assert.Equal(["saft.xml"], _folder.Files);
        Assert.Equal("old", File.ReadAllText(_folder.At("saft.xml")));
    }

    [Fact]
    public async Task ADownloadThatStallsEndsInTimeAndLeavesNothing()
    {
        using var rig = new Rig(timeout: TimeSpan.FromMilliseconds(60));
        rig.Server.Otherwise(_ => Answer.Broken(Xml, 20, Delivery.Stall));
        var operation = new ProviderOperation("f", rig.Api, FileKind.Saft, (_, _) => Task.FromResult(new PollAnswer { Download = rig.Server.BaseUri }));
        await operation.PollAsync();

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => SaveAsync(operation, "saft.xml"));

        Assert.Equal(ErrorKind.RequestTimeout, fault.Kind);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task CancellingLeavesNothing()
    {
        using var cancel = new CancellationTokenSource();
        ProviderOperation operation = await SaftAsync(Answer.Broken(Xml, 20, Delivery.Stall));
        var progress = new Cancels(cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => operation.SaveAsync(_folder.At("saft.xml"), false, progress, cancel.Token));

        Assert.Empty(_folder.Files);
    }

    [Theory]
    [InlineData("saft.xml", "<html><body>Login</body></html>")]
    [InlineData("saft.xml", "<!DOCTYPE html><html/>")]
    [InlineData("saft.xml", "{\"error\":\"x\"}")]
    [InlineData("saft.xml", "")]
    [InlineData("saft.zip", "%PDF-1.4")]
    public async Task WhatIsNoSaftIsRefused(string name, string body)
    {
        ProviderOperation operation = await SaftAsync(Answer.Text("text/html", body));

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => SaveAsync(operation, name));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
        Assert.Empty(_folder.Files);
    }

    [Theory]
    [InlineData(Pdf, true)]
    [InlineData("<html></html>", false)]
    [InlineData(Xml, false)]
    public async Task APdfIsAPdf(string body, bool good)
    {
        _rig.Server.Then(Answer.Json($"{{\"output\":{{\"pdfUrl\":\"{_rig.Server.BaseUri}p\"}}}}"), Answer.Text("application/pdf", body));
        ProviderOperation operation = _rig.Use<IPdfExporter>().StartPdf(new Invoice { Id = "1" }, false);
        await operation.PollAsync();

        Exception? fault = await Record.ExceptionAsync(() => SaveAsync(operation, "a.pdf"));

        Assert.Equal(good, fault is null);
        Assert.Equal(good ? 1 : 0, _folder.Files.Length);
    }

    [Fact]
    public async Task AZipIsUnpacked()
    {
        await SaveAsync(await SaftAsync(Answer.Bytes("application/zip", Zip("SAFT.XML", Xml, "readme.txt", "x"))), "saft.xml");

        Assert.Equal(["saft.xml"], _folder.Files);
        Assert.Equal(Xml, File.ReadAllText(_folder.At("saft.xml")));
    }

    [Theory]
    [InlineData("saft.zip")]
    [InlineData("SAFT.ZIP")]
    public async Task AZipStaysAZipWhereOneIsAskedFor(string name)
    {
        byte[] zip = Zip("saft.xml", Xml);

        await SaveAsync(await SaftAsync(Answer.Bytes("application/zip", zip)), name);

        Assert.Equal(zip, File.ReadAllBytes(_folder.At(name)));
    }

    [Fact]
    public async Task AZipThatUnpacksToFarMoreThanItShouldLeavesNothing()
    {
        byte[] bomb = Zip("saft.xml", Xml + new string(' ', 65 << 20));
        Assert.True(bomb.Length < 1 << 20);

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(
            async () => await SaveAsync(await SaftAsync(Answer.Bytes("application/zip", bomb)), "saft.xml"));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task AZipThatIsNotWhatWasExpectedLeavesNothing()
    {
        byte[][] bad =
        [
            Zip(),
            Zip("a.txt", "x"),
            Zip("a.xml", Xml, "b.xml", Xml),
            Zip("../../a.xml", Xml, "b.xml", Xml),
            [.. Zip("a.xml", Xml).Take(40)],
        ];
        foreach (byte[] body in bad)
        {
            ProviderOperation operation = await SaftAsync(Answer.Bytes("application/zip", body));

            InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => SaveAsync(operation, "saft.xml"));

            Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
            Assert.Empty(_folder.Files);
        }
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("%PDF-1.4")]
    public async Task WhatIsInAZipMustBeXmlToo(string inside)
    {
        ProviderOperation operation = await SaftAsync(Answer.Bytes("application/zip", Zip("saft.xml", inside)));

        await Assert.ThrowsAnyAsync<InvoicingException>(() => SaveAsync(operation, "saft.xml"));

        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task ALargeFileTellsHowFarItIs()
    {
        string text = Xml + new string(' ', 500_000);
        var told = new List<DownloadProgress>();
        ProviderOperation operation = await SaftAsync(Answer.Text("text/xml", text));

        await operation.SaveAsync(_folder.At("saft.xml"), false, new Told<DownloadProgress>(told));

        Assert.True(told.Count > 1);
        Assert.Equal(text.Length, told[^1].Bytes);
        Assert.All(told, progress => Assert.Equal(text.Length, progress.Total));
        Assert.Equal(told.Select(progress => progress.Bytes).Order(), told.Select(progress => progress.Bytes));
    }

    [Fact]
    public async Task ALinkThatIsGoneIsSaid()
    {
        ProviderOperation operation = await SaftAsync(Answer.Empty(403));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => SaveAsync(operation, "saft.xml"));

        Assert.Equal(ErrorKind.AccessDenied, fault.Kind);
        Assert.DoesNotContain("S1G", fault.ToString());
    }

    [Theory]
    [InlineData("http://example.com/f")]
    [InlineData("/f")]
    [InlineData("file:///etc/hosts")]
    public async Task AnUnsafeLinkIsNotOpened(string link)
    {
        _rig.Server.Then($"{{\"Url\":\"{link}\"}}");
        ProviderOperation operation = _rig.Use<ISaftExporter>().StartSaft(2026, 3);

        await Assert.ThrowsAnyAsync<InvoicingException>(async () =>
        {
            await operation.PollAsync();
            await SaveAsync(operation, "saft.xml");
        });

        Assert.Single(_rig.Server.Calls);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task WhatIsNotReadyCannotBeSaved() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => SaveAsync(_rig.Use<ISaftExporter>().StartSaft(2026, 3), "saft.xml"));

    private static byte[] Zip(params string[] namesAndTexts)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (string[] entry in namesAndTexts.Chunk(2))
            {
                using var writer = new StreamWriter(zip.CreateEntry(entry[0]).Open());
                writer.Write(entry[1]);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>An operation that is ready, and what its link will be answered with.</summary>
    private async Task<ProviderOperation> SaftAsync(params Answer[] file)
    {
        _rig.Server.Then($"{{\"Url\":\"{_rig.Server.BaseUri}file.xml?sig=S1G\"}}").Then(file);
        ProviderOperation operation = _rig.Use<ISaftExporter>().StartSaft(2026, 3);
        await operation.PollAsync();
        return operation;
    }

    private Task SaveAsync(ProviderOperation operation, string name, bool overwrite = false) =>
        operation.SaveAsync(_folder.At(name), overwrite);

    private sealed class Cancels : IProgress<DownloadProgress>
    {
        private readonly CancellationTokenSource _source;

        public Cancels(CancellationTokenSource source) => _source = source;

        public void Report(DownloadProgress value) => _source.Cancel();
    }
}
