using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Invoicing.Http;
using Invoicing.Http.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// Any call: the path is the name of a method such as <c>staff/current</c>, its address such as <c>staff.svc/current</c>, or, beginning with
/// <c>v2/</c>, a path of the newer generation.
/// </summary>
internal sealed class RawCalls(ConnectorContext context) : IRawRequester
{
    private const string Post = "POST";

    private readonly Calls _calls = new(context);

    public Task<string> SendAsync(
        string method,
        string path,
        IEnumerable<KeyValuePair<string, string>> query,
        string? body,
        CancellationToken cancellationToken = default)
    {
        string relative = RawRequests.CheckPath(path);
        JToken? content = body is null ? null : RawRequests.Parse(body);
        bool isV2 = V2.Has(relative);
        ApiRequest request = isV2
            ? new ApiRequest(new HttpMethod(method.ToUpperInvariant()), relative)
            {
                Base = V2.Base(context.Session),
                Body = content,
                Repeatable = string.Equals(method, "GET", StringComparison.OrdinalIgnoreCase),
            }
            : Call(method, relative, content);
        request.Query.AddRange(query);
        return context.Api.SendAsync(request, (answer, cancel) => ReadAsync(answer, isV2, cancel), cancellationToken);
    }

    private ApiRequest Call(string method, string path, JToken? content)
    {
        // Taken for a read, a call that changes something would be made without being asked for.
        if (!string.Equals(method, Post, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "Every call of SalenGo v1 is a POST, reads too: use -Method POST.");
        }

        JObject members = content switch
        {
            null => [],
            JObject given => given,
            _ => throw new InvoicingException(ErrorKind.InvalidInput, "The body of a call is a JSON object."),
        };
        Endpoint? known = SalenGoEndpoints.All.Values.FirstOrDefault(row => Is(row.Name!) || Is(row.Path));
        return _calls.Request(known ?? new Endpoint(Post, path, SalenGoEndpoints.IsRepeatable(path), Evidence.Assumption) { Name = path }, members);

        bool Is(string name) => string.Equals(name, path, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> ReadAsync(ApiResponse answer, bool isV2, CancellationToken cancel)
    {
        string text = await RawRequests.ReadTextAsync(answer, cancel).ConfigureAwait(false);
        if (!isV2)
        {
            SalenGoEnvelope.Open(WireJson.ParseToken(text));
        }

        return text;
    }
}
