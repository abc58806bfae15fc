using System.Collections;
using System.Linq;
using System.Management.Automation;
using Invoicing.Sandbox;

namespace Invoicing.Commands;

/// <summary>
/// Starts a local server that speaks a provider's protocol, with a made-up company in it. Pipe it to Connect-InvoiceProvider.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "InvoiceSandbox")]
[OutputType(typeof(SandboxServer))]
public sealed class StartInvoiceSandboxCommand : InvoicingCmdlet
{
    /// <summary>The provider whose protocol it speaks.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ProviderNameCompleter))]
    public string Provider { get; set; } = InvoiceProvider.All[0].Name;

    /// <summary>Port on 127.0.0.1; 0 is any that is free.</summary>
    [Parameter]
    [ValidateRange(0, 65_535)]
    [CountTransformation(Needed = true)]
    public int Port { get; set; }

    /// <summary>How many clients the company has.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    [CountTransformation(Needed = true)]
    public int ClientCount { get; set; } = 12;

    /// <summary>How many documents the company has.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    [CountTransformation(Needed = true)]
    public int InvoiceCount { get; set; } = 40;

    /// <summary>Milliseconds before each answer.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    [CountTransformation(Needed = true)]
    public int LatencyMs { get; set; }

    /// <summary>Misbehaviours, each as Kind, Kind:rate, Kind@path or Kind#times, such as LostAnswer:0.1 or CutOff@/saft#1.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SandboxFaultCompleter))]
    public string[] Fault { get; set; } = [];

    /// <summary>What data and misbehaviours are computed from: the same seed gives the same.</summary>
    [Parameter]
    [CountTransformation(Needed = true)]
    public int Seed { get; set; } = 1;

    /// <summary>Requests a minute that it lets through; 0 is no limit. Else the provider's own.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [CountTransformation(Now = true)]
    public int? RequestsPerMinute { get; set; }

    /// <summary>How often a file is not ready yet when it is asked for; -1 is for ever.</summary>
    [Parameter]
    [ValidateRange(-1, 10_000)]
    [CountTransformation(Needed = true)]
    public int PollsUntilReady { get; set; } = 2;

    /// <summary>How the provider is played where its documentation leaves it open, by name and value.</summary>
    [Parameter]
    public IDictionary? Setting { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        Target = Provider;
        WriteObject(SandboxRegistry.Start(() => new SandboxOptions
        {
            Provider = Provider,
            Port = Port,
            ClientCount = ClientCount,
            InvoiceCount = InvoiceCount,
            LatencyMs = LatencyMs,
            Faults = [.. Fault.Select(SandboxFault.Parse)],
            Seed = Seed,
            RequestsPerMinute = RequestsPerMinute,
            PollsUntilReady = PollsUntilReady,
            Settings = InputValue.Texts(Setting),
        }));
    }
}
