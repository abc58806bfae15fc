using System;

namespace Invoicing.Http;

/// <summary>Allowed addresses: HTTPS, and loopback.</summary>
internal static class SafeAddress
{
    public static Uri Check(Uri address, string what, ErrorKind kind)
    {
        bool safe = address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        return safe
            ? address
            : throw new InvoicingException(kind, $"{what} must begin with https://. Plain http is allowed for the loopback address only.");
    }
}
