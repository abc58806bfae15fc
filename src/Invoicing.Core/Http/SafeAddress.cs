using System;

namespace Invoicing.Http;

/// <summary>Which addresses may be talked to: encrypted ones, and this machine.</summary>
internal static class SafeAddress
{
    public static Uri Check(Uri address, string what, ErrorKind kind)
    {
        bool safe = address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        return safe
            ? address
            : throw new InvoicingException(kind, $"{what} must begin with https://. Plain http is for this machine's own loopback address alone.");
    }
}
