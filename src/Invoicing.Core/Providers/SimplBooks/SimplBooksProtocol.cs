using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using Invoicing.Engine;
using Invoicing.Http;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// The provider's own ways on the road: a token in a header, and headers that say how the bodies are written
/// (docs/facts/simplbooks.md#transport).
/// </summary>
internal sealed class SimplBooksProtocol : Protocol
{
    private readonly ApiSecret _token;

    public SimplBooksProtocol(ApiSecret token) => _token = token;

    public override string Provider => SimplBooksProvider.ProviderName;

    public override void Sign(HttpRequestMessage message)
    {
        // Without the header a JSON body is read as a form, in which there is nothing then [inferred].
        if (message.Content is not null && !message.Headers.Contains(BodyFormat.Header))
        {
            message.Headers.Add(BodyFormat.Header, BodyFormat.Json);
        }

        message.Headers.Add("X-Output-Format", BodyFormat.Json);
        message.Headers.TryAddWithoutValidation("X-Simplbooks-Token", _token.Reveal());
    }

    public override HttpContent? Content(ApiRequest request)
    {
        string? format = request.Headers.FirstOrDefault(header => header.Key == BodyFormat.Header).Value;
        if (request.Body is null || format is null)
        {
            return base.Content(request);
        }

        return format == BodyFormat.Form ? FormBody.Of(BodyFormat.Brackets.Of(request.Body))
            : new ByteArrayContent((byte[])request.Body!)
            { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
    }

    public override ProviderFault ReadFault(HttpStatusCode status, string body) => SimplBooksFaultReader.Read(status, body);
}

/// <summary>The form of a body (docs/facts/simplbooks.md#headers, official).</summary>
internal static class BodyFormat
{
    public const string Header = "X-Input-Format";
    public const string Json = "JSON";
    public const string Form = "FormData";
    public const string Raw = "Raw";

    /// <summary>Flags are 1 and 0 (docs/facts/simplbooks.md#bodies, #values).</summary>
    public static readonly BracketKeys Brackets = new("1", "0");
}
