using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Gate;

/// <summary>A process that asks a sandbox of another process as fast as the limits of the account let it.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process _process;

    private Worker(Process process) => _process = process;

    /// <summary>Starts a process; it asks nothing before <see cref="Go"/>.</summary>
    /// <param name="sandbox">The server that is asked.</param>
    /// <param name="folder">Where the limits are shared.</param>
    /// <param name="speed">How fast time passes.</param>
    /// <param name="perMinute">The limit; the provider's own ones if it is 0.</param>
    /// <param name="time">How long it asks.</param>
    /// <param name="past">What was asked before.</param>
    public static async Task<Worker> StartAsync(
        SandboxServer sandbox, string folder, int speed, int perMinute, TimeSpan time, Past? past = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        IEnumerable<string> arguments =
        [
            typeof(Worker).Assembly.Location, folder, sandbox.Provider, sandbox.Account, sandbox.BaseUri.AbsoluteUri,
            .. new[] { speed, perMinute, (int)time.TotalMilliseconds, past?.Requests ?? 0, past?.LastAgo ?? 0, past?.Apart ?? 0 }
                .Select(number => number.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var worker = new Worker(Process.Start(start)!);
        await worker._process.StandardInput.WriteLineAsync(sandbox.ApiKey);
        await worker._process.StandardOutput.ReadLineAsync();
        return worker;
    }

    public void Go() => _process.StandardInput.WriteLine();

    public void Kill() => _process.Kill();

    /// <summary>Waits until it is done.</summary>
    /// <returns>What went wrong, one a line; empty if nothing did.</returns>
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

    /// <summary>What such a process does.</summary>
    public static async Task RunAsync(string[] args)
    {
        int[] numbers = [.. args.Skip(4).Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        var clock = new ScaledClock(numbers[0]);
        using var session = InvoiceSession.Connect(new ConnectOptions
        {
            Provider = args[1],
            Account = args[2],
            BaseUri = new Uri(args[3]),
            ApiKey = Rig.Secret(Console.ReadLine()!),
            RequestsPerMinute = numbers[1] > 0 ? numbers[1] : null,
            MaximumRetryCount = 0,
            Timeout = TimeSpan.FromMinutes(5),
            StatePath = args[0],
            Clock = clock,
        });
        IReader<Client> clients = session.Use<IReader<Client>>();
        Console.WriteLine("ready");
        Console.ReadLine();
        new Past(numbers[3], numbers[4], numbers[5]).Write(session, clock, args[0]);
        for (var watch = Stopwatch.StartNew(); watch.ElapsedMilliseconds < numbers[2];)
        {
            try
            {
                await clients.List(new ListQuery { PageSize = 1 }).FirstOrDefaultAsync();
            }
            catch (InvoicingException fault)
            {
                Console.WriteLine(fault.Message);
            }
        }
    }
}
