using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Forgets a session and its key, and ends the sandbox that was started for it. Nobody else's login is ended.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "InvoiceProvider")]
[OutputType(typeof(void))]
public sealed class DisconnectInvoiceProviderCommand : InvoicingCmdlet
{
    /// <summary>The session, or its name; else the default one.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Connection")]
    [SessionTransformation]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public InvoiceSession? Session { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => SessionRegistry.Current.Remove(Session ?? SessionRegistry.Current.Default);
}
