using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Wraps the answer of a method in the envelope, in the shape that the settings choose.</summary>
internal sealed class AnswerWriter
{
    private readonly SalenGoSettings _settings;

    public AnswerWriter(SalenGoSettings settings) => _settings = settings;

    /// <summary>The name of a member that would be an attribute in XML.</summary>
    public static string Attribute(SalenGoSettings settings, string name) =>
        settings.AttributePrefix switch
        {
            AttributePrefix.At => "@",
            AttributePrefix.Dash => "-",
            _ => "",
        } + settings.Name(name);

    public void Succeed(HttpReply reply, JObject members) => Send(reply, 200, "ok", members); // [official]

    public void Fail(HttpReply reply, Refusal refusal)
    {
        var name = _settings.Name(_settings.ErrorName.ToString().ToLowerInvariant());
        var members = new JObject { [name] = Errors(refusal.Errors) };
        Send(reply, refusal.Status ?? _settings.FailureStatus, _settings.FailWord, members);
    }

    private static string Title(string text) =>
        text.Length == 0 ? text : text.Substring(0, 1).ToUpperInvariant() + text.Substring(1);

    private static string Line(Error error) => error.Field.Length == 0 ? error.Message : error.Field + ": " + error.Message;

    private void Send(HttpReply reply, int status, string word, JObject members)
    {
        var isTitle = _settings.StatusCase == StatusCase.Title;
        var name = Attribute(_settings, "status");
        var bare = new JObject { [isTitle ? name.Replace("status", "Status") : name] = isTitle ? Title(word) : word };
        foreach (var member in members.Properties())
        {
            bare[member.Name] = member.Value;
        }

        if (_settings.Numbers == NumberForm.AllText)
        {
            MakeText(bare);
        }

        var answer = _settings.Envelope is EnvelopeForm.Bare or EnvelopeForm.DBare
            ? bare
            : new JObject { [_settings.Name("response")] = bare };
        var whole = _settings.Envelope is EnvelopeForm.D or EnvelopeForm.DBare ? new JObject { ["d"] = answer } : answer;
        reply.Json(status, json => whole.WriteTo(json));
    }

    private JToken Errors(IReadOnlyList<Error> errors)
    {
        if (_settings.ErrorForm == ErrorForm.Text)
        {
            return string.Join("; ", errors.Select(Line));
        }

        var rows = errors.Select(Row).ToList();
        return rows.Count == 1 && _settings.SingleRow == SingleRow.Object ? rows[0] : new JArray(rows);
    }

    private JToken Row(Error error) => _settings.ErrorForm switch
    {
        ErrorForm.Texts => Line(error),
        ErrorForm.Coded => new JObject { ["error"] = error.Message, ["code"] = "invalid", ["field"] = error.Field },
        _ when error.Field.Length == 0 => new JObject { ["message"] = error.Message },
        _ => new JObject { ["field"] = error.Field, ["message"] = error.Message },
    };

    /// <summary>Turns numbers into text, as in an answer that was converted from XML.</summary>
    private static void MakeText(JObject answer)
    {
        var numbers = answer.Descendants().OfType<JValue>().Where(v => v.Type is JTokenType.Integer or JTokenType.Float).ToList();
        foreach (var number in numbers)
        {
            number.Value = Convert.ToString(number.Value, CultureInfo.InvariantCulture);
        }
    }
}
