using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>
/// Posts notifications one after the other, beside the answers: a receiver may well call the server back before it answers.
/// It reaches this machine only, whatever address it is given.
/// </summary>
internal sealed class CallbackSender
{
    private static readonly HttpClient Client = new(Handler()) { Timeout = TimeSpan.FromSeconds(5) };

    private readonly object _gate = new();
    private readonly CancellationToken _stopping;
    private Task _latest = Task.CompletedTask;

    public CallbackSender(CancellationToken stopping) => _stopping = stopping;

    /// <summary>Reason why the address cannot be called; null if it can.</summary>
    public static string? Problem(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || (uri.Scheme != "http" && uri.Scheme != "https"))
        {
            return "value is not an HTTP address"; // [official]
        }

        // Checks the address itself, not its resolution; the only allowed name is localhost.
        var isHere = uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        return isHere ? null : "the sandbox calls no address outside of this machine";
    }

    public void Post(Uri uri, IReadOnlyCollection<KeyValuePair<string, string>> form)
    {
        lock (_gate)
        {
            var previous = _latest;
            _latest = Task.Run(() => PostAfterAsync(previous, uri, form));
        }
    }

    /// <summary>A redirect or a proxy would lead off this machine.</summary>
    private static HttpClientHandler Handler() => new() { AllowAutoRedirect = false, UseProxy = false, UseCookies = false };

    private async Task PostAfterAsync(Task previous, Uri uri, IReadOnlyCollection<KeyValuePair<string, string>> form)
    {
        await previous.ConfigureAwait(false);
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var answer = await Client.PostAsync(uri, content, _stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // Nobody listens there. Whether the provider tries again is not known.
        }
    }
}
