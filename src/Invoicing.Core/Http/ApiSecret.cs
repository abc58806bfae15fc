using System;
using System.Linq;
using System.Net;
using System.Security;

namespace Invoicing.Http;

/// <summary>A key or password. It is plain text only while a request is signed or an answer is searched for it.</summary>
internal sealed class ApiSecret : IDisposable
{
    private readonly SecureString _value;

    public ApiSecret(SecureString value) => _value = value.Copy();

    /// <exception cref="InvoicingException">The session was disconnected.</exception>
    public string Reveal()
    {
        try
        {
            return new NetworkCredential("", _value).Password;
        }
        catch (ObjectDisposedException)
        {
            throw new InvoicingException(ErrorKind.AuthenticationFailed, "This session is disconnected.") { Advice = "Run Connect-InvoiceProvider again." };
        }
    }

    /// <summary>A copy for somebody who stores it safely.</summary>
    public SecureString Copy() => _value.Copy();

    /// <summary>True if all characters are printable ASCII, as in every API key.</summary>
    public bool IsPlain() => Reveal() is var text && text.Length == _value.Length && text.All(letter => letter is > ' ' and < '\u007F');

    public void Dispose() => _value.Dispose();
}
