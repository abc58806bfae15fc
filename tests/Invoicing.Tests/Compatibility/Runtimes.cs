using System;
using System.Linq;
using System.Net;
using Invoicing.Http;

namespace Invoicing.Tests.Compatibility;

/// <summary>Runtimes that the tests do not run on.</summary>
internal static class Runtimes
{
    /// <summary>Windows PowerShell 5.1 on Windows 10.</summary>
    public static readonly RuntimeTraits NetFramework = RuntimeTraits.NetFramework(SecurityProtocolType.Tls, new Version(10, 0));

    /// <summary>
    /// An address as <see cref="Uri"/> of .NET Framework makes it for a program that names no framework: escaped dots and slashes are unescaped,
    /// then the path is compressed.
    /// </summary>
    public static Uri AsOnNetFramework(Uri address)
    {
        string path = new[] { ("%2E", "."), ("%2F", "/"), ("%5C", "/") }
            .Aggregate(address.AbsolutePath, (text, pair) => text.Replace(pair.Item1, pair.Item2, StringComparison.OrdinalIgnoreCase));
        return new Uri(address.GetLeftPart(UriPartial.Authority) + path + address.Query);
    }
}
