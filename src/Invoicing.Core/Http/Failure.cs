using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Invoicing.Http;

/// <summary>Cause of a failed attempt, and its consequence for a retry.</summary>
internal sealed class Failure
{
    private const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    private static readonly SocketError[] NoConnection =
    [
        SocketError.ConnectionRefused, SocketError.HostDown, SocketError.HostNotFound, SocketError.HostUnreachable, SocketError.NetworkDown,
        SocketError.NetworkUnreachable, SocketError.NoData, SocketError.NoRecovery, SocketError.TimedOut, SocketError.TryAgain,
    ];

    private static readonly WebExceptionStatus[] NotSent =
    [
        WebExceptionStatus.NameResolutionFailure, WebExceptionStatus.ProxyNameResolutionFailure, WebExceptionStatus.ConnectFailure,
        WebExceptionStatus.SecureChannelFailure, WebExceptionStatus.TrustFailure,
    ];

    private readonly ErrorKind _kind;

    /// <summary>True if the provider certainly did nothing, so that even a creation may be repeated.</summary>
    private readonly bool _nothingDone;

    private readonly bool _worthRepeating;

    private Failure(ErrorKind kind, string summary, bool nothingDone, bool worthRepeating)
    {
        _kind = kind;
        Summary = summary;
        _nothingDone = nothingDone;
        _worthRepeating = worthRepeating;
    }

    public string Summary { get; }

    public RetryConditionHeaderValue? RetryAfter { get; private init; }

    private HttpStatusCode? Status { get; init; }

    private ProviderFault Fault { get; init; } = ProviderFault.Silent;

    private string? RequestId { get; init; }

    private Exception? Cause { get; init; }

    /// <param name="response">The answer.</param>
    /// <param name="status">The status, which some providers put into the body.</param>
    /// <param name="fault">The provider's error.</param>
    public static Failure Refused(HttpResponseMessage response, HttpStatusCode status, ProviderFault fault)
    {
        int code = (int)status;
        (ErrorKind kind, bool nothingDone, bool worthRepeating) = status switch
        {
            TooManyRequests => (ErrorKind.RateLimitExceeded, true, true),
            HttpStatusCode.Unauthorized => (ErrorKind.AuthenticationFailed, true, false),
            HttpStatusCode.Forbidden => (ErrorKind.AccessDenied, true, false),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => (ErrorKind.NotFound, true, false),
            HttpStatusCode.Conflict or HttpStatusCode.NotAcceptable => (ErrorKind.Conflict, true, false),
            HttpStatusCode.RequestTimeout => (ErrorKind.ProviderUnavailable, false, true),
            _ when code is >= 300 and < 400 => (ErrorKind.UnexpectedAnswer, true, false),
            _ when code is >= 500 => (ErrorKind.ProviderUnavailable, false, true),
            _ => (ErrorKind.ValidationFailed, true, false),
        };

        string said = fault.Errors.Count > 0
            ? string.Join("; ", fault.Errors.Select(error => error.ToString()))
            : Redirect(response) ?? (status == response.StatusCode ? response.ReasonPhrase : null) ?? "";
        return new Failure(fault.Kind ?? kind, FormattableString.Invariant($"{code} {said}").TrimEnd(), nothingDone, worthRepeating)
        {
            Status = status,
            Fault = fault,
            RetryAfter = response.Headers.RetryAfter ?? (fault.RetryAfter is { } wait ? new RetryConditionHeaderValue(wait) : null),
            RequestId = response.Headers.TryGetValues("X-Request-Id", out var ids) ? ids.FirstOrDefault() : null,
        };
    }

    public static Failure TimedOut(TimeSpan limit) => new(
        ErrorKind.RequestTimeout,
        FormattableString.Invariant($"no complete answer within {limit.TotalSeconds:0.###} seconds"),
        nothingDone: false,
        worthRepeating: true);

    public static Failure Closed() => new(
        ErrorKind.AuthenticationFailed, "the session was disconnected", nothingDone: false, worthRepeating: false);

    public static Failure Disconnected(Exception cause)
    {
        bool isUntrusted = IsUntrusted(cause);
        return new Failure(
            ErrorKind.ProviderUnavailable,
            (isUntrusted ? "the certificate of the server was not accepted: " : "the connection failed: ") + Innermost(cause).Message,
            nothingDone: NeverConnected(cause),
            worthRepeating: !isUntrusted)
        {
            Cause = cause,
        };
    }

    /// <summary>The inner exception is dropped: parsers quote the answer, which may hold secrets.</summary>
    public static Failure Unreadable(Exception cause, Func<string, string> hide) => new(
        ErrorKind.UnexpectedAnswer,
        cause is InvalidDataException ? cause.Message : "the answer could not be read: " + hide(FirstSentence(cause.Message)),
        nothingDone: false,
        worthRepeating: false);

    /// <summary>True if a new login may help.</summary>
    public bool NeedsLogin => _kind == ErrorKind.AuthenticationFailed;

    public bool MayRepeat(ApiRequest request) =>
        _worthRepeating && (_nothingDone || request.Repeatable) && (Status is null || Status != request.LastWord);

    /// <param name="request">The request.</param>
    /// <param name="provider">Name of the provider.</param>
    /// <param name="attempts">Number of attempts.</param>
    /// <param name="now">The time of day.</param>
    /// <param name="show">Makes a text from outside fit to be shown.</param>
    public Exception ToException(ApiRequest request, string provider, int attempts, DateTimeOffset now, Func<string, string> show)
    {
        // A change that may have been done without an answer is another kind of error than one that was refused.
        bool isUnread = _kind == ErrorKind.UnexpectedAnswer && request.Changes;
        ErrorKind kind = _nothingDone || (request.Repeatable && !isUnread) ? _kind : ErrorKind.OutcomeUnknown;
        string tries = attempts > 1 ? FormattableString.Invariant($" ({attempts} attempts)") : "";
        string page = request.Page is { } number ? FormattableString.Invariant($" page {number}") : "";
        DateTimeOffset? retryAt = kind == ErrorKind.RateLimitExceeded ? RetryPolicy.NotBefore(RetryAfter, now) : null;
        string until = retryAt is { } moment ? FormattableString.Invariant($"; the provider answers again at {moment.LocalDateTime:yyyy-MM-dd HH:mm}") : "";
        return new ProviderException(kind, $"{provider} {request.Display}{page}: {show(Summary)}{until}{tries}", Quotable(Cause, show))
        {
            RetryAt = retryAt,
            Provider = provider,
            Request = request.Display,
            StatusCode = Status,
            Code = Fault.Code is { } code ? show(code) : null,
            FieldErrors = [.. Fault.Errors.Select(error => new FieldError(error.Field is { } field ? show(field) : null, show(error.Message)))],
            MayBeUnderWay = _kind == ErrorKind.RequestTimeout || Status is HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout,
            RequestId = RequestId is { } id ? show(id) : null,
            Fault = Fault,
        };
    }

    /// <summary>A redirect is never followed: it would leak the key, and no provider documents one.</summary>
    private static string? Redirect(HttpResponseMessage response) =>
        response.Headers.Location is { } target
            ? $"the server redirected to {(target.IsAbsoluteUri ? target.Host : "another address")}; redirects are not followed, because they would leak the API key"
            : null;

    /// <summary>
    /// The connection was never made, or not made safe, so no request was sent. An <see cref="IOException"/> comes from a connection that was
    /// there, whatever is below it.
    /// </summary>
    private static bool NeverConnected(Exception? cause) => cause switch
    {
        null or IOException => false,
        AuthenticationException => true,
        WebException web => NotSent.Contains(web.Status),
        SocketException socket => NoConnection.Contains(socket.SocketErrorCode),
        _ => NeverConnected(cause.InnerException),
    };

    private static bool IsUntrusted(Exception? cause) => cause switch
    {
        null => false,
        WebException { Status: WebExceptionStatus.TrustFailure } => true,
        AuthenticationException refused when refused.Message.IndexOf("certificate", StringComparison.OrdinalIgnoreCase) >= 0 => true,
        _ => IsUntrusted(cause.InnerException),
    };

    /// <summary>The cause, unless its words hold something that must not be shown: some quote the line of the request.</summary>
    private static Exception? Quotable(Exception? cause, Func<string, string> show)
    {
        for (Exception? part = cause; part is not null; part = part.InnerException)
        {
            if (show(part.Message) != ShownText.Of(part.Message))
            {
                return null;
            }
        }

        return cause;
    }

    private static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }

    /// <summary>The first sentence of a parser's message. The rest may quote the answer.</summary>
    private static string FirstSentence(string message)
    {
        const int Longest = 200;
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        string sentence = end < 0 ? message : message.Substring(0, end + 1);
        return sentence.Length <= Longest ? sentence : sentence.Substring(0, Longest) + "...";
    }
}
