using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Finds the words in a refusal: texts under "errors", without code and field (docs/facts/simplbooks.md#errors).</summary>
internal static class SimplBooksFaultReader
{
    private const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    /// <summary>No answer says how long; a minute is the window of the limit (docs/facts/simplbooks.md#rate-limit, assumption).</summary>
    private static readonly TimeSpan WaitWhenLimited = TimeSpan.FromMinutes(1);

    /// <summary>A missing record is a 400 like every other. The words are not documented, so they are matched loosely [inferred].</summary>
    private static readonly Regex Missing = new(@"\bid\b.*(n[o']t|no longer) exist|no such|not found",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static ProviderFault Read(HttpStatusCode status, string body) => Of(status, (FaultTexts.Parse(body) as JObject)?["errors"]);

    /// <param name="status">The status, wherever it stood.</param>
    /// <param name="errors">A list of texts; one text or an object has been guarded against too [seen].</param>
    public static ProviderFault Of(HttpStatusCode status, JToken? errors)
    {
        List<string> texts = errors switch
        {
            null => [],
            JContainer container => [.. container.DescendantsAndSelf().OfType<JValue>()
                .Select(value => value.ToString(CultureInfo.InvariantCulture).Trim()).Where(text => text.Length > 0)],
            _ => [errors.ToString().Trim()],
        };
        return new ProviderFault
        {
            Errors = [.. texts.Select(text => new FieldError(null, text))],
            Kind = Kind(status, texts),
            RetryAfter = status == TooManyRequests ? WaitWhenLimited : null,
        };
    }

    /// <summary>404 is a path that the provider does not know, never a record (docs/facts/simplbooks.md#errors, official).</summary>
    private static ErrorKind? Kind(HttpStatusCode status, List<string> texts) => status switch
    {
        HttpStatusCode.NotFound => ErrorKind.UnexpectedAnswer,
        HttpStatusCode.BadRequest when texts.Count == 1 && Missing.IsMatch(texts[0]) => ErrorKind.NotFound,
        _ => null,
    };
}
