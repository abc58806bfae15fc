using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>
/// Saves the connection of a session by name, so that Connect-InvoiceProvider can connect by the name alone: provider, account, settings, limits, and the place of
/// the key. The key itself is not saved as plain text. A session of Connect-InvoiceProvider -Sandbox needs none: its sandbox is started anew at each connection.
/// </summary>
[Cmdlet(VerbsData.Save, "InvoiceConnection", SupportsShouldProcess = true, DefaultParameterSetName = PlainSet)]
[OutputType(typeof(SavedConnection))]
public sealed class SaveInvoiceConnectionCommand : InvoicingCmdlet
{
    private const string PlainSet = "Sandbox";
    private const string VaultSet = "Vault";
    private const string ScriptSet = "Script";
    private const string ProtectSet = "Protect";

    /// <summary>Name of the connection. Upper and lower case are the same. It is also the name of the session, unless Connect-InvoiceProvider has another -Name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Completes]
    public string Name { get; set; } = "";

    /// <summary>The session or its name. Default: the default session.</summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("Connection")]
    [SessionTransformation]
    [Completes]
    public InvoiceSession? Session { get; set; }

    /// <summary>
    /// Name of the secret in a vault of the module Microsoft.PowerShell.SecretManagement. Get-Secret reads it at each connection; it is a SecureString or a PSCredential.
    /// </summary>
    [Parameter(ParameterSetName = VaultSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [Completes]
    public string? SecretName { get; set; }

    /// <summary>Name of the vault. Default: the default vault.</summary>
    [Parameter(ParameterSetName = VaultSet)]
    [ValidateNotNullOrEmpty]
    [Completes]
    public string? Vault { get; set; }

    /// <summary>
    /// A script block that gives the key as a SecureString or the login as a PSCredential. It is stored as text and runs at each connection, as the user who connects: it cannot
    /// use variables of this session, and anyone who can change the file can run code as that user. A script that holds the key itself is refused.
    /// </summary>
    [Parameter(ParameterSetName = ScriptSet, Mandatory = true)]
    public ScriptBlock? SecretScript { get; set; }

    /// <summary>Encrypts the key of the session by Windows (DPAPI): the same user on the same machine can read it again. Other systems refuse it.</summary>
    [Parameter(ParameterSetName = ProtectSet, Mandatory = true)]
    public SwitchParameter Protect { get; set; }

    /// <summary>Folder of the saved connections. Default: the data folder of the user. Connect-InvoiceProvider needs the same -StatePath.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>Replaces a connection of the same name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        InvoiceSession session = Session ?? SessionRegistry.Current.Default;
        Target = Name;
        var all = new SavedConnections(StatePath is { } path ? PathOf(path) : null);
        all.Refuse(Name, Force);
        var connection = SavedConnection.Of(session, Name, Secret(session));
        string place = connection.Secret is { } secret ? $"key from: {secret}" : "a sandbox that is started anew";
        if (ShouldProcess($"connection '{Name}' of {session.AccountKey}, {place}", "Save"))
        {
            WriteObject(all.Save(connection, Force));
        }
    }

    private SavedSecret? Secret(InvoiceSession session)
    {
        if (SandboxRegistry.IsOwned(session))
        {
            return ParameterSetName == PlainSet ? null : throw new InvoicingException(ErrorKind.InvalidInput, $"The key of '{session.Name}' ends with its sandbox.")
            {
                Advice = "Save the connection without a secret: a sandbox is started anew at each connection.",
            };
        }

        switch (ParameterSetName)
        {
            case VaultSet:
                return new SavedSecret { SecretName = SecretName, Vault = Vault };
            case ScriptSet:
                ScriptSecret.RefuseLiteral(SecretScript!);
                return new SavedSecret { SecretScript = SecretScript!.ToString().Trim() };
            case ProtectSet when Protect:
                return SavedSecret.Encrypt(session, secret => WindowsSecret.Encrypt(InvokeCommand, secret));
            default:
                throw new InvoicingException(ErrorKind.InvalidInput, $"Not saved: the key of '{session.Name}' would have to be in the file as plain text.")
                {
                    Advice = WindowsSecret.IsSupported ? $"Say where the key is kept: {ScriptSecret.Ways}; or -Protect." : $"Say where the key is kept: {ScriptSecret.Ways}.",
                };
        }
    }
}
