using System.Management.Automation;
using System.Security;

namespace Invoicing.Commands;

/// <summary>Turns plain text into a SecureString before anything else sees it. Of a login out of a vault, the password is the key.</summary>
internal sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        InputValue.Unwrap(inputData) switch
        {
            string text => Secure(text.Trim()),
            PSCredential login => login.Password,
            _ => inputData,
        };

    public static SecureString Secure(string text)
    {
        var secret = new SecureString();
        foreach (char letter in text)
        {
            secret.AppendChar(letter);
        }

        secret.MakeReadOnly();
        return secret;
    }
}
