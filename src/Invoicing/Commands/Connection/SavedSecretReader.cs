using System;
using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace Invoicing.Commands;

/// <summary>Gets the secret of a saved connection from its place, at the moment of the connection.</summary>
internal sealed class SavedSecretReader
{
    private const string FromVault = @"param($with) Microsoft.PowerShell.SecretManagement\Get-Secret @with -ErrorAction Stop";
    private const string FromScript = "param($script) $ErrorActionPreference = 'Stop'; & $script";
    private const string FromWindows = @"param($text) Microsoft.PowerShell.Security\ConvertTo-SecureString -String $text -ErrorAction Stop";

    private readonly CommandInvocationIntrinsics _invoke;
    private readonly SavedConnection _connection;

    /// <param name="invoke">Runs the script, or the cmdlet of the vault.</param>
    /// <param name="connection">The connection.</param>
    /// <exception cref="InvoicingException">The secret cannot be read, or is none.</exception>
    public SavedSecretReader(CommandInvocationIntrinsics invoke, SavedConnection connection)
    {
        _invoke = invoke;
        _connection = connection;
        object secret = Read(connection.Secret!);
        SecureString text = secret is PSCredential pair ? pair.Password : (SecureString)secret;
        Key = connection.UserName is null ? text : null;
        Login = connection.UserName is { } user ? new NetworkCredential((secret as PSCredential)?.UserName ?? user, text) : null;
    }

    /// <summary>The key; <c>null</c> for a login. Of a PSCredential it is the password.</summary>
    public SecureString? Key { get; }

    /// <summary>The login; <c>null</c> for a key.</summary>
    public NetworkCredential? Login { get; }

    private object Read(SavedSecret secret)
    {
        if (secret.Encrypted is not null)
        {
            WindowsSecret.Require();
        }

        Collection<PSObject> found;
        try
        {
            found = secret.SecretName is not null ? Run(FromVault, WithName(secret))
                : secret.SecretScript is { } own ? Run(FromScript, _invoke.NewScriptBlock(own))
                : Run(FromWindows, secret.Encrypted!);
        }
        catch (RuntimeException fault) when (fault is not PipelineStoppedException)
        {
            // The fault itself is not handed on: what it was about may be the secret.
            bool isMissing = fault is CommandNotFoundException && secret.SecretName is not null;
            throw Failure(isMissing ? "the module Microsoft.PowerShell.SecretManagement is not installed" : fault.Message.TrimEnd('.'), isMissing
                ? "Install it for the user who connects: Install-PSResource Microsoft.PowerShell.SecretManagement."
                : secret.Encrypted is not null ? "Save it again as the user and on the machine that connect: Save-InvoiceConnection -Protect -Force." : null);
        }

        return found.Count == 1 && found[0]?.BaseObject is SecureString { Length: > 0 } or PSCredential
            ? found[0].BaseObject
            : throw Failure(
                found.Count == 1 ? $"it came as {found[0]?.BaseObject.GetType().Name ?? "nothing"}" : FormattableString.Invariant($"{found.Count} values came in place of one"),
                "It must be one SecureString or PSCredential that is not empty.");
    }

    private Collection<PSObject> Run(string script, object argument) => _invoke.InvokeScript(useLocalScope: true, _invoke.NewScriptBlock(script), input: null, argument);

    private static Hashtable WithName(SavedSecret secret)
    {
        var with = new Hashtable { ["Name"] = secret.SecretName };
        if (secret.Vault is { } vault)
        {
            with["Vault"] = vault;
        }

        return with;
    }

    private InvoicingException Failure(string reason, string? advice) =>
        new(ErrorKind.InvalidInput, $"The key of the connection '{_connection.Name}' ({_connection.Secret}) could not be read: {reason}.")
        {
            Advice = advice ?? "Check that the user who connects can read it, and that it needs no prompt in a script.",
        };
}
