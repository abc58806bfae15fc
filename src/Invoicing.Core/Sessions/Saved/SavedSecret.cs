using System;
using System.Globalization;
using System.Security;

namespace Invoicing;

/// <summary>The place of a key or password of a saved connection. It is a reference, and never the secret as plain text.</summary>
public sealed class SavedSecret
{
    /// <summary>Name of the vault of SecretManagement; <c>null</c> for the default vault.</summary>
    public string? Vault { get; init; }

    /// <summary>Name of the secret in the vault.</summary>
    public string? SecretName { get; init; }

    /// <summary>Text of a script block that gives the secret. It runs at each connection.</summary>
    public string? SecretScript { get; init; }

    /// <summary>The secret, encrypted by Windows for one user on one machine (DPAPI).</summary>
    public string? Encrypted { get; init; }

    /// <summary>Encrypts the key or password of a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="encrypt">Encrypts a secret so that only its owner can read it again. It gets a copy, to be disposed.</param>
    /// <returns>The encrypted secret.</returns>
    /// <exception cref="InvoicingException">The session is disconnected.</exception>
    public static SavedSecret Encrypt(InvoiceSession session, Func<SecureString, string> encrypt)
    {
        using SecureString secret = session.IsConnected
            ? (session.Secrets.Password ?? session.Secrets.Key)!.Copy()
            : throw new InvoicingException(ErrorKind.NotConnected, $"The session '{session.Name}' is disconnected.");
        return new SavedSecret { Encrypted = encrypt(secret) };
    }

    /// <summary>The place in words.</summary>
    public override string ToString() =>
        SecretName is not null ? string.Format(CultureInfo.InvariantCulture, Vault is null ? "secret {0}" : "secret {0} of vault {1}", SecretName, Vault)
        : SecretScript is not null ? "script"
        : "encrypted by Windows";

    /// <summary>True if it is one of the three, and nothing else.</summary>
    internal bool IsOne =>
        Convert.ToInt32(SecretName is not null) + Convert.ToInt32(SecretScript is not null) + Convert.ToInt32(Encrypted is not null) == 1 && (Vault is null || SecretName is not null);
}
