using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Closes a session, forgets its key and stops a sandbox that was started for it. Logins elsewhere stay valid, unless -Everywhere asks for
/// it and that is confirmed.
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "InvoiceProvider", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class DisconnectInvoiceProviderCommand : InvoicingCmdlet
{
    /// <summary>The session or its name. Default: the default session.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Connection")]
    [SessionTransformation]
    [Completes]
    public InvoiceSession? Session { get; set; }

    /// <summary>
    /// Invalidates the key of this user for every device and program that uses it. Asks for confirmation, unless -Confirm is given.
    /// </summary>
    [Parameter]
    public SwitchParameter Everywhere { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        InvoiceSession session = Session ?? SessionRegistry.Current.Default;
        Target = session;
        ILogout? logout = Everywhere ? session.Use<ILogout>(Pump) : null;
        if (!ShouldProcess($"session '{session}'", Everywhere ? "End the login on every device" : "Disconnect") || (Everywhere && !IsSure(session)))
        {
            return;
        }

        if (logout is not null)
        {
            Await(logout.LogOutEverywhereAsync(Cancel));
        }

        SessionRegistry.Current.Remove(session);
    }

    private bool IsSure(InvoiceSession session) => MyInvocation.BoundParameters.ContainsKey("Confirm")
        || ShouldContinue(
            Messages.Of($"Every device and program that uses the login of '{session}' will have to log in again. Go on?"),
            Messages.Of("End the login everywhere"));
}
