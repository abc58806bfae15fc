using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Xml.Linq;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>The connector as a user connects it, to a scripted server. Answers are written in JSON and given in the session's form.</summary>
internal sealed class ScriptedRig : IDisposable
{
    private readonly string _format;

    public ScriptedRig(string format = "Json", bool login = false, string account = "12-ibarra", IReadOnlyDictionary<string, string>? names = null, params string[] settings)
    {
        _format = format.ToLowerInvariant();
        var chosen = new Dictionary<string, string> { ["Format"] = format, ["FirstPage"] = "1" };
        foreach (string setting in settings)
        {
            chosen[setting.Split('=')[0]] = setting.Split('=')[1];
        }

        Session = InvoiceSession.Connect(new ConnectOptions
        {
            Provider = "FACTURAgem",
            Account = account,
            ApiKey = login ? null : Rig.Secret(Rig.Key),
            Credential = login ? new NetworkCredential("ana@example.com", Password) : null,
            BaseUri = Server.BaseUri,
            IsSandbox = true,
            Settings = chosen,
            FieldNames = names ?? new Dictionary<string, string>(),
            RetryInterval = TimeSpan.FromMilliseconds(1),
            SettleTime = TimeSpan.FromMilliseconds(200),
            MaximumRetryCount = 1,
        });
    }

    public const string Password = "p4ss/w0rd+Zq";

    public ScriptedServer Server { get; } = new();

    public InvoiceSession Session { get; }

    public RecordingObserver Observer { get; } = new();

    public string Suffix => "." + _format;

    /// <summary>The body of a request as JSON, whatever it was sent as; XML by a reader of the test's own.</summary>
    public JToken Body(Call call) => _format == "xml" ? FromXml(XDocument.Parse(call.Body).Root!) : JObject.Parse(call.Body);

    public T Use<T>()
        where T : class, ICapability => Session.Use<T>(Observer);

    public ScriptedRig Then(string json, int status = 200)
    {
        Server.Then(Answer(json, status));
        return this;
    }

    public Answer Answer(string json, int status = 200) =>
        json.Length == 0 ? Support.Answer.Empty(status)
        : _format == "json" ? Support.Answer.Json(json, status)
        : Support.Answer.Text("application/xml; charset=utf-8", RailsXml.Of(JToken.Parse(json)), status);

    public string Link(string path) => $"{Server.BaseUri}api/v1/{path}{Suffix}";

    public void Dispose()
    {
        Session.Dispose();
        Server.Dispose();
    }

    private static JObject FromXml(XElement root) => root.Name == "hash" ? (JObject)Value(root) : new JObject { [Name(root)] = Value(root) };

    private static JToken Value(XElement element) => (string?)element.Attribute("type") switch
    {
        "array" => new JArray(element.Elements().Select(Value)),
        "integer" => new JValue(long.Parse(element.Value)),
        "boolean" => new JValue(element.Value == "true"),
        _ when element.HasElements => new JObject(element.Elements().Select(child => new JProperty(Name(child), Value(child)))),
        _ => new JValue(element.Value),
    };

    private static string Name(XElement element) => element.Name.LocalName.Replace('-', '_');
}
