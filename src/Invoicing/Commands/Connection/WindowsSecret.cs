using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Security;

namespace Invoicing.Commands;

/// <summary>
/// Secrets that Windows encrypts for one user on one machine (DPAPI). PowerShell's own cmdlets do it, in both editions and without another DLL. On other
/// systems they only write the text as hexadecimal digits, so nothing is encrypted there.
/// </summary>
internal static class WindowsSecret
{
    public static bool IsSupported { get; } = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <exception cref="InvoicingException">The system is not Windows.</exception>
    public static string Encrypt(CommandInvocationIntrinsics invoke, SecureString secret)
    {
        Require();
        ScriptBlock script = invoke.NewScriptBlock(@"param($secret) Microsoft.PowerShell.Security\ConvertFrom-SecureString -SecureString $secret -ErrorAction Stop");
        return (string)invoke.InvokeScript(useLocalScope: true, script, input: null, secret)[0].BaseObject;
    }

    /// <exception cref="InvoicingException">The system is not Windows.</exception>
    public static void Require()
    {
        if (!IsSupported)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "Only Windows can encrypt a key for one user (DPAPI); this system would keep it readable.")
            {
                Advice = $"Say where the key is kept: {ScriptSecret.Ways}.",
            };
        }
    }
}
