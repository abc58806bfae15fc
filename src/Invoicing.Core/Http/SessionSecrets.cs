using System;
using System.Net;
using System.Security;

namespace Invoicing.Http;

/// <summary>What a session proves itself with: a key, or a login that gets one.</summary>
internal sealed class SessionSecrets : IDisposable
{
    private readonly object _lock = new();
    private bool _disposed;

    public SessionSecrets(SecureString? apiKey, NetworkCredential? credential)
    {
        Key = apiKey is { Length: > 0 } key ? new ApiSecret(key) : null;
        if (Key?.IsPlain() == false)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "The key holds a blank or a character that no key has.")
            {
                Advice = "Copy it again, without anything around it.",
            };
        }

        Login = credential?.UserName;
        Password = credential is not null ? new ApiSecret(credential.SecurePassword) : null;
        if (Key is null && Password is null)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "The key is empty.");
        }
    }

    /// <summary>The key: the caller's, or the one that the last login gave.</summary>
    public ApiSecret? Key { get; private set; }

    public string? Login { get; }

    public ApiSecret? Password { get; }

    /// <summary>The key, for providers that have no login.</summary>
    /// <exception cref="InvoicingException">There is none.</exception>
    public ApiSecret RequireKey(string provider) =>
        Key ?? throw new InvoicingException(ErrorKind.InvalidInput, $"{provider} has no login: it needs a key.");

    /// <summary>Takes the key that a login gave. One that is replaced is dead, and a request on its way may still be reading it.</summary>
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
