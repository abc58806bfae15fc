using System;
using System.Linq;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.ConnectorsSalenGo;

/// <summary>The SalenGo connector on the ordinary road, to a scripted server or to the sandbox, in a time of its own.</summary>
internal sealed class SalenGoRig : Rig
{
    /// <param name="settings">Settings as name=value; names of fields begin with @.</param>
    public SalenGoRig(params string[] settings)
        : this(null, settings)
    {
    }

    public SalenGoRig(SandboxServer? sandbox, params string[] settings)
        : base(sandbox: sandbox, account: Account(settings)) => Observer.WantsBodies = true;

    public static RigAccount Account(params string[] settings)
    {
        var pairs = settings.Select(setting => setting.Split('=', 2)).ToLookup(pair => pair[0][0] == '@');
        return new RigAccount("SalenGo", "taller")
        {
            Settings = pairs[false].ToDictionary(pair => pair[0], pair => pair[1]),
            FieldNames = pairs[true].ToDictionary(pair => pair[0][1..], pair => pair[1], StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>Scripts good answers, each given by its members.</summary>
    public SalenGoRig Then(params string[] members)
    {
        Server.Then([.. members.Select(json => Answer.Json(Ok(json)))]);
        return this;
    }

    public static string Ok(string members = "{}")
    {
        var body = JObject.Parse(members);
        body.AddFirst(new JProperty("status", "ok"));
        return new JObject { ["response"] = body }.ToString();
    }

    /// <summary>A sandbox of the provider that misses nothing; settings as name=value.</summary>
    public static SandboxServer Sandbox(params string[] settings) => SandboxServer.Start(new SandboxOptions
    {
        Provider = "SalenGo",
        Settings = settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]),
    });

    public override void Dispose()
    {
        NoKey.In(Observer.Text);
        base.Dispose();
    }
}
