using System;
using System.Net;
using System.Net.Sockets;

namespace Invoicing.Http;

/// <summary>Allowed addresses: HTTPS, and loopback.</summary>
internal static class SafeAddress
{
    /// <summary>Checks a link of an answer: a provider on the internet has no business with servers on this machine or in its network.</summary>
    /// <param name="link">The link.</param>
    /// <param name="session">The session's own address.</param>
    public static Uri CheckLink(Uri link, Uri session)
    {
        Uri safe = Check(link, "The download link", ErrorKind.UnexpectedAnswer);
        return !IsInside(safe) || IsInside(session)
            ? safe
            : throw new InvoicingException(
                ErrorKind.UnexpectedAnswer, "The download link leads to this machine or its network, where the provider has no files. It was not followed.");
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

    /// <summary>True for loopback, and for an address of a private network. A name is not resolved.</summary>
    private static bool IsInside(Uri address) => address.IsLoopback || (IPAddress.TryParse(address.DnsSafeHost, out IPAddress? ip) && IsPrivate(ip));

    private static bool IsPrivate(IPAddress ip)
    {
        IPAddress plain = ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip;
        byte[] bytes = plain.GetAddressBytes();
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? IPAddress.IsLoopback(plain) || plain.IsIPv6LinkLocal || plain.IsIPv6SiteLocal || (bytes[0] & 0xFE) == 0xFC || plain.Equals(IPAddress.IPv6Any)
            : (bytes[0], bytes[1]) is (0 or 10 or 127, _) or (172, >= 16 and < 32) or (192, 168) or (169, 254) or (100, >= 64 and < 128);
    }
}
