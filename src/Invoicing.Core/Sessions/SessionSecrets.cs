using System;

namespace Invoicing;

/// <summary>What a session proves itself with: a key, or a login that gets one.</summary>
internal sealed class SessionSecrets : IDisposable
{
    public SessionSecrets(ConnectOptions options)
    {
        Key = options.ApiKey is { Length: > 0 } key ? new ApiSecret(key) : null;
        Login = options.Credential?.UserName;
        Password = options.Credential is { } credential ? new ApiSecret(credential.SecurePassword) : null;
        if (Key is null && Password is null)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "The key is empty.");
        }
    }

    public ApiSecret? Key { get; }

    public string? Login { get; }

    public ApiSecret? Password { get; }

    /// <summary>The key, for providers that have no login.</summary>
    /// <exception cref="InvoicingException">There is none.</exception>
    public ApiSecret RequireKey(string provider) =>
        Key ?? throw new InvoicingException(ErrorKind.InvalidInput, $"{provider} has no login: it needs a key.");

    public void Dispose()
    {
        Key?.Dispose();
        Password?.Dispose();
    }
}
