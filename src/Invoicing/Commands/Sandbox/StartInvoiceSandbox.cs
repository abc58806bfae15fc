using System.Collections;
using System.Linq;
using System.Management.Automation;
using Invoicing.Sandbox;

namespace Invoicing.Commands;

/// <summary>
/// Starts a local server that speaks a provider's protocol, with an invented company. Pipe it to Connect-InvoiceProvider.
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

    /// <inheritdoc/>
    protected override void Execute()
    {
        Target = Provider;
        WriteObject(SandboxRegistry.Start(() => WithSeed(new SandboxOptions
        {
            Provider = Provider,
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

    private SandboxOptions WithSeed(SandboxOptions options)
    {
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Seed)))
        {
            options.Seed = Seed;
        }

        return options;
    }
}
