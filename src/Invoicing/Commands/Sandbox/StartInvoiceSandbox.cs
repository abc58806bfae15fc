using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;

namespace Invoicing.Commands;

/// <summary>
/// Starts a local server that speaks a provider's protocol, with an invented company or a copy of one's own. Pipe it to Connect-InvoiceProvider.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "InvoiceSandbox")]
[OutputType(typeof(SandboxServer))]
public sealed class StartInvoiceSandboxCommand : InvoicingCmdlet
{
    /// <summary>The provider whose protocol it speaks.</summary>
    [Parameter(Position = 0)]
    [Completes]
    public string Provider { get; set; } = InvoiceProvider.All[0].Name;

    /// <summary>Port on 127.0.0.1; 0 for any free port.</summary>
    [Parameter]
    [ValidateRange(0, 65_535)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int Port { get; set; }

    /// <summary>Number of clients of the company.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int ClientCount { get; set; } = 12;

    /// <summary>Number of documents of the company.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int InvoiceCount { get; set; } = 40;

    /// <summary>Delay of each answer in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int LatencyMs { get; set; }

    /// <summary>Faults to inject, each as Kind, Kind:rate, Kind@path or Kind#times, such as LostAnswer:0.1 or CutOff@/saft#1.</summary>
    [Parameter]
    [Completes]
    public string[] Fault { get; set; } = [];

    /// <summary>Seed of data and faults. The same seed gives the same data and faults, and the same key. Without it, the key is random.</summary>
    [Parameter]
    [CountTransformation(Needed = true)]
    [Completes]
    public int Seed { get; set; } = 1;

    /// <summary>Rate limit in requests per minute; 0 for none. Default: the provider's limit.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? RequestsPerMinute { get; set; }

    /// <summary>Number of polls that find a file not ready; -1 for never ready.</summary>
    [Parameter]
    [ValidateRange(-1, 10_000)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int PollsUntilReady { get; set; } = 2;

    /// <summary>Settings for points that the provider's documentation leaves open, by name and value.</summary>
    [Parameter]
    [Completes]
    public IDictionary? Setting { get; set; }

    /// <summary>
    /// A company to copy in place of an invented one: the folder of an archive, or a session or its name. It is only read. Names, addresses, e-mail
    /// addresses, telephone and tax numbers are masked.
    /// </summary>
    [Parameter]
    [Completes]
    public object? From { get; set; }

    /// <summary>Copies names, addresses, e-mail addresses, telephone and tax numbers as they are.</summary>
    [Parameter]
    public SwitchParameter KeepPersonalData { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        Target = From ?? Provider;
        IReadOnlyList<SandboxRecord> records = From is null ? [] : Copied(InputValue.Unwrap(From)!);
        WriteObject(SandboxRegistry.Start(() => WithSeed(new SandboxOptions
        {
            Provider = Provider,
            Records = records,
            Port = Port,
            ClientCount = ClientCount,
            InvoiceCount = InvoiceCount,
            LatencyMs = LatencyMs,
            Faults = [.. Fault.Select(SandboxFault.Parse)],
            RequestsPerMinute = RequestsPerMinute,
            PollsUntilReady = PollsUntilReady,
            Settings = InputValue.Texts(Setting),
        })));
    }

    private IReadOnlyList<SandboxRecord> Copied(object from)
    {
        if (new[] { nameof(ClientCount), nameof(InvoiceCount) }.FirstOrDefault(MyInvocation.BoundParameters.ContainsKey) is { } count)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"-{count} is of an invented company, and -From copies one.") { Advice = "Leave one of them out." };
        }

        IRecordSource source = Source(from);
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Provider)) && !string.Equals(Provider, source.Provider, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"'{from}' is of {source.Provider}, and -Provider says {Provider}.") { Advice = "Leave -Provider out." };
        }

        Provider = source.Provider;
        if (!InvoiceProvider.Get(Provider).Can(typeof(IPaymentReader)) && source.Read<Invoice>().Any(document => document.State != InvoiceState.Settled))
        {
            WriteWarning($"{Provider} does not tell payments: an invoice that is not paid in full is open in full in the sandbox.");
        }

        return Await(Task.Run(() => SandboxCopy.Of(source, KeepPersonalData), Cancel));
    }

    /// <summary>The records of a session, or of an archive.</summary>
    /// <exception cref="InvoicingException">It is neither, or a name is both.</exception>
    private IRecordSource Source(object from)
    {
        string text = from as string ?? (from as FileSystemInfo)?.FullName ?? (from as ArchiveSummary)?.Path ?? "";
        InvoiceSession? session = from as InvoiceSession ?? (from is string name ? SessionRegistry.Current.Find(name) : null);
        bool isFolder = text.Length > 0 && Directory.Exists(PathOf(text));
        if (session is not null && isFolder)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"'{text}' is a session and a folder.") { Advice = $"Use (Get-InvoiceSession {text}) for the session, or ./{text} for the folder." };
        }

        if (session is null)
        {
            return from as IRecordSource ?? (isFolder ? InvoiceArchive.Open(PathOf(text)) : throw new InvoicingException(ErrorKind.NotFound, $"'{from}' is neither the folder of an archive nor a session.")
            {
                Advice = "Get-InvoiceSession shows the sessions; Export-InvoiceArchive makes an archive.",
            });
        }

        if (!session.IsConnected)
        {
            throw new InvoicingException(ErrorKind.NotConnected, $"Session '{session}' is disconnected.");
        }

        var shown = new ProgressReporter(this, $"Copying {session}");
        var progress = new ArchiveProgressReporter(shown);
        return Showing(shown, progress.Show, () => Await(AccountCopy.ReadAsync(session.With(Pump), progress, Cancel)));
    }

    private SandboxOptions WithSeed(SandboxOptions options)
    {
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Seed)))
        {
            options.Seed = Seed;
        }

        return options;
    }
}
