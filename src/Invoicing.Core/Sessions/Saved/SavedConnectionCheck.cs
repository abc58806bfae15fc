using System;
using System.Linq;

namespace Invoicing;

/// <summary>Checks that a connection can be saved: with a name of its own, and without a secret in any of its texts.</summary>
internal static class SavedConnectionCheck
{
    public static void Check(SavedConnection connection, InvoiceSession session)
    {
        if (InvoiceProvider.All.Any(provider => string.Equals(provider.Name, connection.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"'{connection.Name}' is the name of a provider, not of a connection.") { Advice = "Use another name, such as the company's." };
        }

        foreach ((string where, string text) in SessionFacts.Texts(connection))
        {
            if (session.IsToldBy(text))
            {
                throw new InvoicingException(ErrorKind.InvalidInput, $"Not saved: {where} holds the key or password itself, and the file must not.")
                {
                    Advice = "Read the secret from where it is kept: -SecretName of a vault, or a script such as { Get-Secret acme }.",
                };
            }
        }

        if (connection.Proxy is { UserInfo.Length: > 0 })
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "Not saved: the address of the proxy holds a user name or a password, and the file must not.")
            {
                Advice = "Connect with -Proxy without it, and give -ProxyCredential at each connection.",
            };
        }
    }
}
