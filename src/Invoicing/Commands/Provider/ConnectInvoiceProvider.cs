using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security;
using Invoicing.Sandbox;

namespace Invoicing.Commands;

/// <summary>Connects to a provider, or to a sandbox of it, and makes the session the default.</summary>
[Cmdlet(VerbsCommunications.Connect, "InvoiceProvider", DefaultParameterSetName = AccountSet)]
[OutputType(typeof(InvoiceSession))]
public sealed class ConnectInvoiceProviderCommand : InvoicingCmdlet
{
    private const string AccountSet = "Account";
    private const string CredentialSet = "Credential";
    private const string SandboxSet = "Sandbox";

    /// <summary>The provider.</summary>
    [Parameter(ParameterSetName = AccountSet, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = SandboxSet, Position = 0)]
    [Completes]
    public string Provider { get; set; } = InvoiceProvider.All[0].Name;

    /// <summary>Name of the account at the provider. For InvoiceXpress, the part of the address before .app.invoicexpress.com.</summary>
    [Parameter(ParameterSetName = AccountSet, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Completes]
    public string? Account { get; set; }

    /// <summary>The API key, as a SecureString such as Get-Secret returns. Plain text is converted at once.</summary>
    [Parameter(ParameterSetName = AccountSet, Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [SecretTransformation]
    public SecureString? ApiKey { get; set; }

    /// <summary>Login and password, at providers that issue a key at login. The session logs in again when needed.</summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Starts a sandbox for this session and connects to it: an invented company on this machine, without legal effect.</summary>
    [Parameter(ParameterSetName = SandboxSet, Mandatory = true)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>
    /// Says that -BaseUri leads to a sandbox of another process: journal and use of the rate limits stay in memory, unless -StatePath names a folder.
    /// A sandbox of this process is known by its address.
    /// </summary>
    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public SwitchParameter AsSandbox { get; set; }

    /// <summary>Name of the session. Default: the account's name. A name that is in use is an error, unless -Force is given.</summary>
    [Parameter]
    [Completes]
    public string? Name { get; set; }

    /// <summary>Disconnects the session that has the same name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Address to use instead of the provider's, such as a test server. It must be https, or http on the loopback address.
    /// </summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Completes]
    public Uri? BaseUri { get; set; }

    /// <summary>Settings of the provider by name. Get-InvoiceProvider shows them under Setting.</summary>
    [Parameter]
    [Completes]
    public IDictionary? Setting { get; set; }

    /// <summary>
    /// Names of the provider's fields that differ from those of this version, such as @{ 'Client.TaxNumber' = 'nif' }.
    /// </summary>
    [Parameter]
    public IDictionary? FieldName { get; set; }

    /// <summary>Skips the request that checks the key.</summary>
    [Parameter]
    public SwitchParameter SkipTest { get; set; }

    /// <summary>Address of a proxy. Default: the system's proxy.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Completes]
    public Uri? Proxy { get; set; }

    /// <summary>User name and password for the proxy.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Time limit of a request in seconds, including its wait for the rate limiter.</summary>
    [Parameter]
    [Alias("Timeout")]
    [ValidateRange(1, 86_400)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>Rate limit of the account in requests per minute; 0 for none. Default: the provider's limit.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? RequestsPerMinute { get; set; }

    /// <summary>Rate limit of the account in requests per day; 0 for none. Default: the provider's limit.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? RequestsPerDay { get; set; }

    /// <summary>Number of retries of a failed request, if a retry is safe.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>Seconds before the first retry. Each later one waits about twice as long.</summary>
    [Parameter]
    [ValidateRange(0.0, 3600.0)]
    [AmountTransformation(Needed = true)]
    [Completes]
    public double RetryIntervalSec { get; set; } = 1;

    /// <summary>
    /// Seconds during which a change whose answer was lost is looked for at providers that have no key of yours. It is not sent again.
    /// </summary>
    [Parameter]
    [ValidateRange(0.0, 3600.0)]
    [AmountTransformation(Needed = true)]
    [Completes]
    public double SettleTimeSec { get; set; } = 60;

    /// <summary>Keeps the journal of changes in the memory of this process, so that other runs do not learn of them.</summary>
    [Parameter]
    public SwitchParameter NoJournal { get; set; }

    /// <summary>
    /// Folder of the journal and of the use of rate limits, which all processes with this folder share. Default: the data folder of the user; the
    /// memory of this process for a sandbox.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>Age in days at which full files of the journal are deleted.</summary>
    [Parameter]
    [ValidateRange(1, 36_500)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int JournalRetentionDay { get; set; } = 1095;

    /// <inheritdoc/>
    protected override void Execute()
    {
        Target = ParameterSetName == SandboxSet ? Provider : Account;

        // From here on no older session is the default: a script that goes on after an error must not work in another company.
        SessionRegistry.Current.ClearDefault();
        SandboxServer? server = Sandbox ? SandboxRegistry.Start(() => new SandboxOptions { Provider = Provider }) : null;
        InvoiceSession? session = null;
        try
        {
            session = InvoiceSession.Connect(Options(server));
            SessionRegistry.Current.RequireFree(session.Name, Force);
            if (!SkipTest)
            {
                Await(session.TestAsync(Pump, Cancel));
            }

            if (server is not null)
            {
                SandboxRegistry.Own(session, server);
            }

            SessionRegistry.Current.Add(session);
            WriteObject(session);
        }
        catch when (session is null || !SessionRegistry.Current.Sessions.Contains(session))
        {
            session?.Dispose();
            server?.Stop();
            throw;
        }
    }

    private ConnectOptions Options(SandboxServer? server) => new()
    {
        Provider = server?.Provider ?? Provider,
        Account = server?.Account ?? Account ?? Credential?.UserName ?? "",
        ApiKey = server is null ? ApiKey : SecretTransformationAttribute.Secure(server.ApiKey),
        Credential = Credential?.GetNetworkCredential(),
        Settings = InputValue.Texts(Setting),
        FieldNames = InputValue.Texts(FieldName),
        BaseUri = server?.BaseUri ?? BaseUri,
        IsSandbox = server is not null || AsSandbox || SandboxRegistry.IsAt(BaseUri),
        Name = Name ?? server?.Name,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        Proxy = Proxy,
        ProxyCredential = ProxyCredential?.GetNetworkCredential(),
        RequestsPerMinute = RequestsPerMinute,
        RequestsPerDay = RequestsPerDay,
        MaximumRetryCount = MaximumRetryCount,
        RetryInterval = TimeSpan.FromSeconds(RetryIntervalSec),
        SettleTime = TimeSpan.FromSeconds(SettleTimeSec),
        NoJournal = NoJournal,
        StatePath = StatePath is { } path ? FolderAt(PathOf(path)) : null,
        JournalRetention = TimeSpan.FromDays(JournalRetentionDay),
    };

    /// <summary>A folder that somebody names is made at once: a journal that cannot be kept is told before the first invoice.</summary>
    private static string FolderAt(string path)
    {
        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"The folder '{path}' of the journal cannot be made: {fault.Message}", fault);
        }
    }
}
