using System.Management.Automation;
using System.Security;

namespace Invoicing.Commands;

/// <summary>Turns plain text into a SecureString before anything else sees it.</summary>
internal sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        InputValue.Unwrap(inputData) is string text ? Secure(text.Trim()) : inputData;

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
