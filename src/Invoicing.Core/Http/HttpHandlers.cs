using System;
using System.Net;
using System.Net.Http;

namespace Invoicing.Http;

/// <summary>Makes the HTTP handler of a session. What it sets holds for this session alone, never for the process.</summary>
internal static class HttpHandlers
{
    /// <summary>.NET Framework opens two connections to a host unless told otherwise, which would halve the speed of lists.</summary>
    public const int Connections = 16;

    public static HttpClient Client(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };

        // .NET Framework asks before it sends a body, and waits 350 ms for the answer; some servers refuse the question (417).
        client.DefaultRequestHeaders.ExpectContinue = false;
        return client;
    }

    public static HttpClientHandler Create(Uri? proxy, NetworkCredential? proxyCredential, RuntimeTraits runtime)
    {
        var handler = new HttpClientHandler
        {
            // A redirect would take the key along to another host; a session cookie would mix accounts.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = Connections,
            SslProtocols = runtime.Tls,
        };
        if (proxy is not null)
        {
            handler.Proxy = new WebProxy(proxy) { Credentials = proxyCredential };
        }

        return handler;
    }
}
