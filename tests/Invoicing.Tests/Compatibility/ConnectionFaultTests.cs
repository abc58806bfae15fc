using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Tests.Http;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Compatibility;

/// <summary>A connection that was never made did nothing, in whichever exception a runtime says so.</summary>
public sealed class ConnectionFaultTests
{
    private static readonly Dictionary<string, Func<Exception>> NeverConnected = new()
    {
        ["no such host, .NET Framework"] = () => Framework(WebExceptionStatus.NameResolutionFailure),
        ["no such proxy, .NET Framework"] = () => Framework(WebExceptionStatus.ProxyNameResolutionFailure),
        ["refused, .NET Framework"] = () => Framework(WebExceptionStatus.ConnectFailure, Socket(SocketError.ConnectionRefused)),
        ["no answer to the connection, .NET Framework"] = () => Framework(WebExceptionStatus.ConnectFailure, Socket(SocketError.TimedOut)),
        ["no common protocol, .NET Framework"] = () => Framework(WebExceptionStatus.SecureChannelFailure),
        ["no such host, .NET"] = () => new HttpRequestException("no", Socket(SocketError.HostNotFound)),
        ["no name server, .NET"] = () => new HttpRequestException("no", Socket(SocketError.TryAgain)),
        ["refused, .NET"] = () => new HttpRequestException("no", Socket(SocketError.ConnectionRefused)),
        ["no answer to the connection, .NET"] = () => new HttpRequestException("no", Socket(SocketError.TimedOut)),
    };

    private static readonly Dictionary<string, Func<Exception>> Untrusted = new()
    {
        [".NET Framework"] = () => Framework(WebExceptionStatus.TrustFailure, new AuthenticationException("invalid certificate")),
        [".NET"] = () => new HttpRequestException("no", new AuthenticationException("invalid certificate")),
    };

    private static readonly Dictionary<string, Func<Exception>> Doubtful = new()
    {
        ["reset, .NET Framework"] = () => Framework(WebExceptionStatus.ReceiveFailure, new IOException("reset", Socket(SocketError.ConnectionReset))),
        ["no more answers, .NET Framework"] = () => Framework(WebExceptionStatus.ReceiveFailure, new IOException("late", Socket(SocketError.TimedOut))),
        ["broken while sending, .NET Framework"] = () => Framework(WebExceptionStatus.SendFailure, new IOException("broken")),
        ["closed, .NET Framework"] = () => Framework(WebExceptionStatus.KeepAliveFailure),
        ["behind a broken request, .NET Framework"] = () => Framework(WebExceptionStatus.PipelineFailure),
        ["reset, .NET"] = () => new HttpRequestException("no", new IOException("reset", Socket(SocketError.ConnectionReset))),
        ["a route that was lost, .NET"] = () => new HttpRequestException("no", new IOException("lost", Socket(SocketError.HostUnreachable))),
        ["encryption that broke later, .NET"] = () => new HttpRequestException("no", new IOException("broken", new AuthenticationException("alert"))),
    };

    public static readonly TheoryData<string> NeverConnectedWays = [.. NeverConnected.Keys];

    public static readonly TheoryData<string> UntrustedWays = [.. Untrusted.Keys];

    public static readonly TheoryData<string> DoubtfulWays = [.. Doubtful.Keys];

    [Theory]
    [MemberData(nameof(NeverConnectedWays))]
    public async Task ACreateThatNeverLeftIsTriedAgain(string way)
    {
        (ProviderException fault, int tries) = await CreateAsync(NeverConnected[way]);

        Assert.Equal((ErrorKind.ProviderUnavailable, 5), (fault.Kind, tries));
    }

    /// <summary>A certificate is the same at the next try.</summary>
    [Theory]
    [MemberData(nameof(UntrustedWays))]
    public async Task ACertificateThatIsRefusedIsNotAskedForAgain(string way)
    {
        (ProviderException fault, int tries) = await CreateAsync(Untrusted[way]);

        Assert.Equal((ErrorKind.ProviderUnavailable, 1), (fault.Kind, tries));
        Assert.Contains("certificate", fault.Message);
    }

    [Theory]
    [MemberData(nameof(DoubtfulWays))]
    public async Task ACreateThatMayHaveArrivedIsADoubt(string way)
    {
        (ProviderException fault, int tries) = await CreateAsync(Doubtful[way]);

        Assert.Equal((ErrorKind.OutcomeUnknown, 1), (fault.Kind, tries));
    }

    [Fact]
    public async Task ACreateAtAServerThatCannotEncryptNeverLeft()
    {
        using var plain = new TcpListener(IPAddress.Loopback, 0);
        plain.Start();
        _ = AnswerInPlainAsync(plain);
        using var rig = new Rig(address: new Uri($"https://{plain.LocalEndpoint}/"));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => StatusTests.SendAsync(rig, repeatable: false));

        Assert.Equal(ErrorKind.ProviderUnavailable, fault.Kind);
    }

    private static async Task<(ProviderException Fault, int Tries)> CreateAsync(Func<Exception> fault)
    {
        using var handler = new Failing(fault);
        using var rig = new Rig(handler: handler);
        return (await Assert.ThrowsAsync<ProviderException>(() => StatusTests.SendAsync(rig, repeatable: false)), handler.Tries);
    }

    private static HttpRequestException Framework(WebExceptionStatus status, Exception? inner = null) =>
        new("An error occurred while sending the request.", new WebException("no", inner, status, null));

    private static SocketException Socket(SocketError error) => new((int)error);

    private static async Task AnswerInPlainAsync(TcpListener plain)
    {
        try
        {
            while (true)
            {
                using TcpClient client = await plain.AcceptTcpClientAsync();
                NetworkStream stream = client.GetStream();
                byte[] buffer = new byte[4096];
                if (await stream.ReadAsync(buffer) == 0)
                {
                    continue;
                }

                await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"u8.ToArray());

                // Closed with something unread, a connection is reset before its answer arrives.
                client.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(buffer) > 0)
                {
                }
            }
        }
        catch (Exception fault) when (fault is SocketException or IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private sealed class Failing(Func<Exception> fault) : HttpMessageHandler
    {
        public int Tries { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Tries++;
            return Task.FromException<HttpResponseMessage>(fault());
        }
    }
}
