using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Journal;

/// <summary>A process that makes the documents of a file at the sandbox of another process, with a journal that others share.</summary>
internal sealed class SeriesProcess : IDisposable
{
    public const string Name = "series";

    private readonly Process _process;

    private SeriesProcess(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    /// <param name="server">The sandbox.</param>
    /// <param name="folder">The folder of the journal.</param>
    /// <param name="count">The number of documents.</param>
    public static SeriesProcess Start(SandboxServer server, string folder, int count)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (string argument in new[]
        {
            typeof(SeriesProcess).Assembly.Location, Name, server.Provider, server.Account, server.BaseUri.AbsoluteUri, folder, count.ToString(CultureInfo.InvariantCulture),
        })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.StandardInput.WriteLine(server.ApiKey);
        return new SeriesProcess(process);
    }

    public void Kill() => _process.Kill();

    /// <summary>Waits until it is done.</summary>
    /// <returns>The faults, one a line; empty if there were none.</returns>
    public async Task<string> EndAsync()
    {
        string said = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return said;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>The work of such a process.</summary>
    public static async Task RunAsync(string[] args)
    {
        using var session = InvoiceSession.Connect(new ConnectOptions
        {
            Provider = args[1],
            Account = args[2],
            BaseUri = new Uri(args[3]),
            IsSandbox = true,
            ApiKey = Rig.Secret(Console.ReadLine()!),
            StatePath = args[4],
            RequestsPerMinute = 0,
            RequestsPerDay = 0,
            Clock = new ScaledClock(Series.Speed),
            Timeout = TimeSpan.FromMinutes(1),
        });
        Client client = (await session.Clients.ListAsync().FirstOrDefaultAsync())!;
        int count = int.Parse(args[5], CultureInfo.InvariantCulture);
        for (int number = 1; number <= count; number++)
        {
            try
            {
                await Series.MakeAsync(session, args[1], client, $"SERIES-{number}", default);
            }
            catch (InvoicingException fault)
            {
                Console.WriteLine($"SERIES-{number}: {fault.Message}");
            }
        }
    }
}
