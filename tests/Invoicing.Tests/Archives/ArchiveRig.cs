using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Archives;

/// <summary>A company of a sandbox, and an archive of it in a folder of its own.</summary>
internal sealed class ArchiveRig : IDisposable
{
    public static readonly DateTimeOffset Day = new(2026, 5, 12, 12, 0, 0, TimeSpan.Zero);

    private readonly Folder _folder = new();

    public ArchiveRig(string provider, int invoiceCount = 24)
    {
        Server = Start(provider, invoiceCount);
        Session = Connect(Server);
    }

    public static TheoryData<string> Providers => [.. InvoiceProvider.All.Select(provider => provider.Name)];

    public SandboxServer Server { get; }

    public InvoiceSession Session { get; }

    public string Path => System.IO.Path.Combine(_folder.Path, "archive");

    public static SandboxServer Start(string provider, int invoiceCount) => SandboxServer.Start(new SandboxOptions
    {
        Provider = provider,
        ClientCount = 12,
        InvoiceCount = invoiceCount,
        RequestsPerMinute = 0,
        PollsUntilReady = 1,
        Settings = provider == "SalenGo" ? new Dictionary<string, string> { ["RequestsPerDay"] = "0" } : new Dictionary<string, string>(),
        Now = () => Day,
    });

    public static InvoiceSession Connect(SandboxServer server) => Connect(server.Provider, server.Account, server.BaseUri, server.ApiKey);

    public static InvoiceSession Connect(string provider, string account, Uri address, string key) => InvoiceSession.Connect(new ConnectOptions
    {
        Provider = provider,
        Account = account,
        ApiKey = Rig.Secret(key),
        BaseUri = address,
        IsSandbox = true,
        RequestsPerMinute = 0,
        RequestsPerDay = 0,
        RetryInterval = TimeSpan.FromMilliseconds(1),
        SettleTime = TimeSpan.FromMilliseconds(200),
        Clock = new FakeClock(Day),
    });

    public static ArchiveOptions Options(bool refresh = false, DateTime? from = null, DateTime? to = null) => new()
    {
        Refresh = refresh,
        From = from,
        To = to,
        Poller = new OperationPoller { Interval = TimeSpan.FromMilliseconds(5) },
    };

    /// <summary>Exports, and counts the requests that it took.</summary>
    public async Task<(ArchiveSummary Summary, int Requests)> ExportAsync(ArchiveOptions? options = null)
    {
        int before = Server.Requests.Count;
        ArchiveSummary summary = await InvoiceArchive.ExportAsync(Session, Path, options ?? Options());
        return (summary, Server.Requests.Count - before);
    }

    public InvoiceArchive Open() => InvoiceArchive.Open(Path);

    public string At(string path) => System.IO.Path.Combine(Path, path.Replace('/', System.IO.Path.DirectorySeparatorChar));

    public ArchiveFile[] FilesOf(ArchiveRole role) => [.. Open().Files.Where(file => file.Role == role && file.Path is not null)];

    public void Dispose()
    {
        Session.Dispose();
        Server.Dispose();
        _folder.Dispose();
    }
}
