using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Engine;

/// <summary>Any request of a provider that speaks JSON, over the same road as every other.</summary>
internal sealed class RawRequests : IRawRequester
{
    private readonly ApiClient _api;
    private readonly string _root;

    /// <param name="context">The session.</param>
    /// <param name="root">The root of the API below the base address; paths begin there, and may name it.</param>
    public RawRequests(ConnectorContext context, string root = "")
    {
        _api = context.Api;
        _root = root;
    }

    public Task<string> SendAsync(
        string method,
        string path,
        IEnumerable<KeyValuePair<string, string>> query,
        string? body,
        CancellationToken cancellationToken = default)
    {
        string relative = CheckPath(path);
        var request = new ApiRequest(
            new HttpMethod(method.ToUpperInvariant()), relative.StartsWith(_root, StringComparison.OrdinalIgnoreCase) ? relative : _root + relative)
        {
            Body = body is null ? null : Parse(body),
            Repeatable = string.Equals(method, "GET", StringComparison.OrdinalIgnoreCase),
        };
        request.Query.AddRange(query);
        return _api.SendAsync(request, ReadTextAsync, cancellationToken);
    }

    /// <summary>Reads an answer as text.</summary>
    public static async Task<string> ReadTextAsync(ApiResponse answer, CancellationToken cancel)
    {
        using Stream stream = await answer.OpenAsync(cancel).ConfigureAwait(false);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync().ConfigureAwait(false);
    }

    /// <summary>The path stays below the account's base address: neither another host nor a way up.</summary>
    public static string CheckPath(string path)
    {
        string relative = path.TrimStart('/');
        bool good = relative.Length > 0
            && relative.IndexOfAny(['?', '#', '\\']) < 0
            && !relative.Contains("://")
            && relative.Split('/').All(part => part.Length > 0 && Uri.UnescapeDataString(part).Trim('.').Length > 0);
        return good
            ? relative
            : throw new InvoicingException(
                ErrorKind.InvalidInput,
                $"'{path}' is no path below the provider's address: no host, no '..', and the query goes into a parameter of its own.");
    }

    public static JToken Parse(string body)
    {
        try
        {
            return WireJson.ParseToken(body);
        }
        catch (JsonException fault)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "The body is not JSON.", fault);
        }
    }
}
