using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// The provider's own ways on the road: where the token travels, and answers in an envelope (docs/facts/salengo.md#authentication,
/// #envelope).
/// </summary>
internal sealed class SalenGoProtocol : Protocol
{
    /// <summary>Member of the body or name in the query [assumption].</summary>
    private const string TokenName = "token";

    private readonly ApiSecret _token;
    private readonly string _placement;

    public SalenGoProtocol(ApiSecret token, IReadOnlyDictionary<string, string> settings)
    {
        _token = token;
        _placement = settings[SalenGoChoices.TokenPlacement];
    }

    public override string Provider => SalenGoProvider.ProviderName;

    public override HttpContent? Content(ApiRequest request)
    {
        if (V2.IsOf(request))
        {
            return V2.Content(request.Body);
        }

        if (_placement != SalenGoChoices.InBody)
        {
            return base.Content(request);
        }

        // The request itself stays without the token: it is what traces show.
        var body = (JObject)request.Body!.DeepClone();
        JObject members = body[Calls.RequestName] is JObject inner && inner["method"] is not null ? inner : body;
        members[TokenName] = _token.Reveal();
        return new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json");
    }

    public override void Sign(HttpRequestMessage message)
    {
        // Every call of v1 has a body of JSON, none of v2 has one. Of v2 only the two headers are likely (docs/facts/salengo.md#v2).
        bool isV2 = message.Content is not StringContent;
        switch (_placement)
        {
            case SalenGoChoices.Bearer:
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token.Reveal());
                break;
            case SalenGoChoices.InBody when !isV2:
                break;
            case SalenGoChoices.InQuery when !isV2:
                KeyPlacement.InQuery(message, TokenName, _token.Reveal());
                break;
            default:
                // The token is the user, and the password can be anything; v2 would have none.
                string user = $"{_token.Reveal()}:{(isV2 ? "" : "X")}";
                message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
                break;
        }
    }

    /// <summary>Reads what is in the envelope, and refuses where the envelope says so.</summary>
    public override JsonReader OpenReader(Stream body)
    {
        using JsonReader reader = base.OpenReader(body);
        return SalenGoEnvelope.Open(WireJson.ReadToken(reader)).CreateReader();
    }

    public override ProviderFault ReadFault(HttpStatusCode status, string body) => Faults.Read(status, body);
}
