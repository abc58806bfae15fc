using System;
using System.Net;
using System.Security;

namespace Invoicing.Http;

/// <summary>Credentials of a session: a key, or a login that gets one.</summary>
internal sealed class SessionSecrets : IDisposable
{
    private readonly object _lock = new();
    private bool _disposed;

    public SessionSecrets(SecureString? apiKey, NetworkCredential? credential)
    {
        Key = apiKey is { Length: > 0 } key ? new ApiSecret(key) : null;
        if (Key?.IsPlain() == false)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "The API key contains white space or a non-ASCII character.")
            {
                Advice = "Copy it again, without surrounding text.",
            };
        }

        Login = credential?.UserName;
        Password = credential is not null ? new ApiSecret(credential.SecurePassword) : null;
        if (Key is null && Password is null)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "The API key is empty.");
        }
    }

    /// <summary>The key: the caller's, or that of the last login.</summary>
    public ApiSecret? Key { get; private set; }

    public string? Login { get; }

    public ApiSecret? Password { get; }

    /// <summary>The key, for providers that have no login.</summary>
    /// <exception cref="InvoicingException">The session has no key.</exception>
    public ApiSecret RequireKey(string provider) =>
        Key ?? throw new InvoicingException(ErrorKind.InvalidInput, $"{provider} has no login. Give an API key.");

    /// <summary>Stores the key of a login. The replaced key stays readable for requests in progress.</summary>
    public void Renew(SecureString key)
    {
        lock (_lock)
        {
            Key = new ApiSecret(key);
            if (_disposed)
            {
                Key.Dispose();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            Key?.Dispose();
            Password?.Dispose();
        }
    }
}
