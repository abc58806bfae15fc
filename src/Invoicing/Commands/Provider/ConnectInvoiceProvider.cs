using System;
using System.Collections;
using System.Management.Automation;
using System.Security;

namespace Invoicing.Commands;

/// <summary>Connects to a provider, to a sandbox of it, or by the name of a saved connection, and makes the session the default.</summary>
[Cmdlet(VerbsCommunications.Connect, "InvoiceProvider", DefaultParameterSetName = SavedSet)]
[OutputType(typeof(InvoiceSession))]
public sealed partial class ConnectInvoiceProviderCommand : InvoicingCmdlet
{
    private const string SavedSet = "Saved";
    private const string ObjectSet = "InputObject";
    private const string AccountSet = "Account";
    private const string CredentialSet = "Credential";
    private const string SandboxSet = "Sandbox";

    /// <summary>The provider. Without a key, a login and -Sandbox it is the name of a saved connection; other parameters go before what was saved.</summary>
    [Parameter(ParameterSetName = SavedSet, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = AccountSet, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = SandboxSet, Position = 0)]
    [Alias("Connection")]
    [Completes]
    public string Provider { get; set; } = InvoiceProvider.All[0].Name;

    /// <summary>A saved connection, as Get-InvoiceConnection gives it.</summary>
    [Parameter(ParameterSetName = ObjectSet, Mandatory = true, ValueFromPipeline = true)]
    public SavedConnection? InputObject { get; set; }

    /// <summary>Name of the account at the provider. For InvoiceXpress, the part of the address before .app.invoicexpress.com.</summary>
    [Parameter(ParameterSetName = AccountSet, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = SavedSet, DontShow = true)]
    [Completes]
    public string? Account { get; set; }

    /// <summary>The API key, as a SecureString such as Get-Secret returns; of a PSCredential, its password. Plain text is converted at once.</summary>
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
    [Parameter(ParameterSetName = SavedSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public SwitchParameter AsSandbox { get; set; }

    /// <summary>Name of the session. Default: the name of the saved connection, or the account's. A name that is in use is an error, unless -Force is given.</summary>
    [Parameter]
    [Completes]
    public string? Name { get; set; }

    /// <summary>Disconnects the session that has the same name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Address to use instead of the provider's, such as a test server. It must be https, or http on the loopback address.
    /// </summary>
    [Parameter(ParameterSetName = SavedSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = CredentialSet)]
    [UriTransformation]
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
    [Parameter(ParameterSetName = SavedSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Completes]
    public Uri? Proxy { get; set; }

    /// <summary>User name and password for the proxy.</summary>
    [Parameter(ParameterSetName = SavedSet)]
    [Parameter(ParameterSetName = ObjectSet)]
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
    /// Folder of the journal, of the use of rate limits, which all processes with this folder share, and of saved connections. Default: the data folder of the
    /// user; for a sandbox, journal and limits are in the memory of this process.
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
}
