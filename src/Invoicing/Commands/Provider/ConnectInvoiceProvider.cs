using System;
using System.Collections;
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
    [Parameter(ParameterSetName = SandboxSet)]
    [ArgumentCompleter(typeof(ProviderNameCompleter))]
    public string Provider { get; set; } = InvoiceProvider.All[0].Name;

    /// <summary>Name of the account at the provider; for InvoiceXpress what stands before .app.invoicexpress.com.</summary>
    [Parameter(ParameterSetName = AccountSet, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = CredentialSet)]
    public string? Account { get; set; }

    /// <summary>The key. Give a SecureString, such as Get-Secret returns; plain text is taken and turned into one at once.</summary>
    [Parameter(ParameterSetName = AccountSet, Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [SecretTransformation]
    public SecureString? ApiKey { get; set; }

    /// <summary>Login and password, for providers that give a key to whoever logs in. The session logs in again by itself.</summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Start a sandbox for this session and connect to it: a made-up company on this machine that nothing binds.</summary>
    [Parameter(ParameterSetName = SandboxSet, Mandatory = true)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>Name for the session; else that of the account. A session of the same name is replaced.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Address to use in place of the provider's: a proxy, a test server. https, or http on this machine.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = CredentialSet)]
    public Uri? BaseUri { get; set; }

    /// <summary>What can be chosen at the provider, by name: Get-InvoiceProvider shows it under Setting.</summary>
    [Parameter]
    public IDictionary? Setting { get; set; }

    /// <summary>
    /// Names of the provider's fields by ours, such as @{ 'Client.TaxNumber' = 'nif' }, for whoever knows them better than this version.
    /// </summary>
    [Parameter]
    public IDictionary? FieldName { get; set; }

    /// <summary>Do not make the one cheap request that proves the key.</summary>
    [Parameter]
    public SwitchParameter SkipTest { get; set; }

    /// <summary>A proxy; else the system's.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public Uri? Proxy { get; set; }

    /// <summary>Login at the proxy.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Seconds that one request may take, its waiting for the limits of the account included.</summary>
    [Parameter]
    [Alias("Timeout")]
    [ValidateRange(1, 86_400)]
    [CountTransformation(Needed = true)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>Requests a minute that the account has; 0 is no limit. Else what the provider states.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [CountTransformation(Now = true)]
    public int? RequestsPerMinute { get; set; }

    /// <summary>Requests a day that the account has; 0 is no limit. Else what the provider states.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [CountTransformation(Now = true)]
    public int? RequestsPerDay { get; set; }

    /// <summary>How often a failed request is sent again, where that is safe.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    [CountTransformation(Needed = true)]
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>Seconds before the first repetition; each later one waits about twice as long.</summary>
    [Parameter]
    [ValidateRange(0.0, 3600.0)]
    [AmountTransformation(Needed = true)]
    public double RetryIntervalSec { get; set; } = 1;

    /// <inheritdoc/>
    protected override void Execute()
    {
        Target = ParameterSetName == SandboxSet ? Provider : Account;
        SandboxServer? server = Sandbox ? SandboxRegistry.Start(() => new SandboxOptions { Provider = Provider }) : null;
        InvoiceSession? session = null;
        try
        {
            session = InvoiceSession.Connect(Options(server));
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
        Name = Name ?? server?.Name,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        Proxy = Proxy,
        ProxyCredential = ProxyCredential?.GetNetworkCredential(),
        RequestsPerMinute = RequestsPerMinute,
        RequestsPerDay = RequestsPerDay,
        MaximumRetryCount = MaximumRetryCount,
        RetryInterval = TimeSpan.FromSeconds(RetryIntervalSec),
    };
}
