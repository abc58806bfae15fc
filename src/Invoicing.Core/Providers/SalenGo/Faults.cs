using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// Finds the words of a refusal (docs/facts/salengo.md#errors). That there is at least one message is sure [official], its place and shape
/// are not, so names are tried in order [assumption].
/// </summary>
internal static class Faults
{
    private const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    private static readonly string[] Holders = ["errors", "error", "message"];
    private static readonly string[] Fields = ["field", "param"];
    private static readonly string[] Codes = ["code"];
    private static readonly string[] NoMessages = ["type", .. Fields, .. Codes];

    private static readonly FaultTexts Texts = new()
    {
        // A name that holds no messages by itself is that of the field which is wrong.
        FieldOf = (property, field) => Is(property.Name, Holders) ? field : property.Name,
        FieldIn = source => source.Properties().Where(property => Is(property.Name, Fields)).Select(Text).OfType<string>().FirstOrDefault(),
        IsSilent = property => Is(property.Name, NoMessages),
        ReadsAll = true,
    };

    /// <summary>Words that tell the kind of a refusal: the envelope has nothing else to tell it by [assumption].</summary>
    private static readonly (string Word, ErrorKind Kind)[] Kinds =
    [
        ("limit", ErrorKind.RateLimitExceeded),
        ("there is no ", ErrorKind.NotFound),
        ("not found", ErrorKind.NotFound),
        ("does not exist", ErrorKind.NotFound),
        ("switched off", ErrorKind.AccessDenied),
        ("administrators only", ErrorKind.AccessDenied),
    ];

    /// <summary>The meaning of a status where no envelope says more.</summary>
    private static readonly Dictionary<HttpStatusCode, (ErrorKind Kind, string Message)> Statuses = new()
    {
        [HttpStatusCode.BadRequest] = (ErrorKind.AccessDenied, "the API may be switched off for this account"), // [inferred]
        [TooManyRequests] = (ErrorKind.RateLimitExceeded, "the requests of the day may be used up"), // [assumption]
        [HttpStatusCode.ServiceUnavailable] = (ErrorKind.RateLimitExceeded, "the requests of the day may be used up"), // [assumption]
    };

    private static readonly (ErrorKind Kind, string Message) Redirected =
        (ErrorKind.AuthenticationFailed, "the account is unknown or closed, since the server wants to send the request on"); // [inferred]

    /// <summary>Reads the members of an envelope that is not ok.</summary>
    public static ProviderFault Read(JObject members)
    {
        JToken? held = Holders.Select(name => SalenGoEnvelope.Member(members, name)).FirstOrDefault(HasContent);
        IReadOnlyList<FieldError> errors = Texts.Of(held ?? new JObject(members.Properties().Where(property => !SalenGoEnvelope.IsStatus(property.Name))));
        return new ProviderFault
        {
            Errors = errors,
            Code = members.Descendants().OfType<JProperty>().FirstOrDefault(property => Is(property.Name, Codes))?.Value is JValue code ? (string?)code : null,
            Kind = KindOf(errors),
        };
    }

    /// <summary>Reads the body of an answer with a bad status: the envelope first, the status second.</summary>
    public static ProviderFault Read(HttpStatusCode status, string body)
    {
        ProviderFault fault = ReadBody(body);
        (ErrorKind Kind, string Message)? meaning = (int)status is >= 300 and < 400 ? Redirected
            : Statuses.TryGetValue(status, out (ErrorKind, string) known) ? known
            : null;
        if (meaning is not { } means || fault.Kind is not null || (fault.Errors.Count > 0 && means.Kind == ErrorKind.AccessDenied))
        {
            return fault;
        }

        return new ProviderFault
        {
            Errors = fault.Errors.Count > 0 ? fault.Errors : [new FieldError(null, means.Message)],
            Code = fault.Code,
            Kind = means.Kind,
        };
    }

    private static ProviderFault ReadBody(string body) =>
        FaultTexts.Parse(body) is { } root && SalenGoEnvelope.Unwrap(root) is { } members ? Read(members) : ProviderFault.Silent;

    private static ErrorKind? KindOf(IReadOnlyList<FieldError> errors)
    {
        foreach ((string word, ErrorKind kind) in Kinds)
        {
            // The limit of a field is none of the account.
            if (errors.Any(error =>
                (error.Field is null || kind != ErrorKind.RateLimitExceeded) && error.Message.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
            {
                return kind;
            }
        }

        return null;
    }

    private static bool Is(string name, string[] names) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool HasContent(JToken? token) => token is JContainer { HasValues: true } or JValue { Value: not null and not "" };

    private static string? Text(JProperty property) =>
        property.Value is JValue { Value: { } value } && value.ToString() is { Length: > 0 } text ? text : null;
}
