using System;
using System.Collections.Generic;
using System.Globalization;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.Core;

/// <summary>Answers that faults send instead of the provider's. The other faults only change the delivery.</summary>
internal static class FaultAnswers
{
    private const string Page = "<!DOCTYPE html>\n<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>\n";

    private static readonly string[] WrongShapes = { "{\"unexpected\":[1,2,3]}", "[]", "\"fine\"", "{\"data\":null}", "42" };

    private static readonly string[] BrokenJson = { "{\"clients\":[{\"id\":1,", "{]", "{\"id\":01x}", "<<<" };

    /// <summary>Faults that answer in the place of the provider.</summary>
    private static readonly Dictionary<SandboxFaultKind, Action<HttpReply, int, DateTimeOffset>> Instead = new()
    {
        [SandboxFaultKind.TooManyRequests] = (reply, _, _) => TooMany(reply),
        [SandboxFaultKind.RetryAfter] = (reply, _, _) => TooMany(reply, "1"),
        [SandboxFaultKind.RetryAfterDate] = (reply, _, now) => TooMany(reply, HttpDate(now.AddSeconds(1))),
        [SandboxFaultKind.ServerError] = (reply, turn, _) => ServerError(reply, turn),
        [SandboxFaultKind.Html] = (reply, turn, _) => Html(reply, turn % 2 == 0 ? 200 : 404),
    };

    /// <summary>Faults that spoil the provider's answer.</summary>
    private static readonly Dictionary<SandboxFaultKind, Action<HttpReply, int>> Spoilt = new()
    {
        [SandboxFaultKind.WrongJson] = (reply, turn) => Json(reply, WrongShapes[turn % WrongShapes.Length]),
        [SandboxFaultKind.BadJson] = (reply, turn) => Json(reply, BrokenJson[turn % BrokenJson.Length]),
        [SandboxFaultKind.Empty] = (reply, _) => reply.ClearBody(),
    };

    public static bool IsInstead(SandboxFaultKind kind) => Instead.ContainsKey(kind);

    public static void AnswerInstead(SandboxFaultKind kind, HttpReply reply, int turn, DateTimeOffset now) =>
        Instead[kind](reply, turn, now);

    public static void Spoil(SandboxFaultKind kind, HttpReply reply, int turn)
    {
        if (Spoilt.TryGetValue(kind, out var spoil))
        {
            spoil(reply, turn);
        }
    }

    public static string HttpDate(DateTimeOffset time) => time.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);

    public static void Html(HttpReply reply, int status) =>
        reply.Text(status, "text/html; charset=utf-8", string.Format(CultureInfo.InvariantCulture, Page, HttpStatusText.Of(status)));

    /// <summary>No provider documents this body: a client must be ready for one that is not JSON.</summary>
    public static void TooMany(HttpReply reply, string? retryAfter = null)
    {
        reply.Text(429, "text/plain", "Retry later\n");
        if (retryAfter != null)
        {
            reply.AddHeader("Retry-After", retryAfter);
        }
    }

    private static void ServerError(HttpReply reply, int turn)
    {
        // Nine combinations of status and body, one after the other.
        var status = new[] { 500, 502, 503 }[turn % 3];
        switch ((turn + (turn / 3)) % 3)
        {
            case 0:
                reply.Text(status, "application/json; charset=utf-8", "{\"error\":\"Something went wrong\"}");
                break;
            case 1:
                Html(reply, status);
                break;
            default:
                reply.Text(status, "text/plain", "");
                break;
        }
    }

    private static void Json(HttpReply reply, string text) => reply.Text(200, "application/json; charset=utf-8", text);
}
