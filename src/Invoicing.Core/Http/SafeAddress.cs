using System;

namespace Invoicing.Http;

/// <summary>Allowed addresses: HTTPS, and loopback.</summary>
internal static class SafeAddress
{
    /// <summary>Checks a link of an answer: a provider on the internet has no business with servers on this machine.</summary>
    /// <param name="link">The link.</param>
    /// <param name="session">The session's own address.</param>
    public static Uri CheckLink(Uri link, Uri session)
    {
        Uri safe = Check(link, "The download link", ErrorKind.UnexpectedAnswer);
        return !safe.IsLoopback || session.IsLoopback
            ? safe
            : throw new InvoicingException(ErrorKind.UnexpectedAnswer, "The download link leads to this machine, where the provider has no files. It was not followed.");
    }

    public static Uri Check(Uri address, string what, ErrorKind kind)
    {
        if (address.IsAbsoluteUri && address.UserInfo.Length > 0)
        {
            throw new InvoicingException(kind, $"{what} must not hold a user name or a password.");
        }

        bool safe = address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        return safe
            ? address
            : throw new InvoicingException(kind, $"{what} must begin with https://. Plain http is allowed for the loopback address only.");
    }
}
