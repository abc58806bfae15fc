using System;
using System.Collections.Generic;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Inputs;

/// <summary>A session with the sandbox of any provider, and what differs among them.</summary>
internal sealed class Place : IDisposable
{
    private static readonly Dictionary<string, (string Tax, string Country, InvoiceTransition Step)> Habits = new()
    {
        ["InvoiceXpress"] = ("IVA23", "Portugal", InvoiceTransition.Finalized),
        ["SimplBooks"] = ("24", "Estonia", InvoiceTransition.Sent),
        ["FACTURAgem"] = ("21", "Spain", InvoiceTransition.Settled),
        ["SalenGo"] = ("21", "Spain", InvoiceTransition.Sent),
    };

    public Place(string provider)
    {
        Server = SandboxServer.Start(new SandboxOptions
        {
            Provider = provider,
            ClientCount = 2,
            InvoiceCount = 4,
            RequestsPerMinute = 0,
            Now = () => new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero),
        });
        Session = InvoiceSession.Connect(new ConnectOptions
        {
            Provider = provider,
            Account = Server.Account,
            ApiKey = Rig.Secret(Server.ApiKey),
            BaseUri = Server.BaseUri,
            IsSandbox = true,
            RetryInterval = TimeSpan.FromMilliseconds(1),
            SettleTime = TimeSpan.FromMilliseconds(200),
            RequestsPerMinute = 0,
        });
        (Tax, Country, Step) = Habits[provider];
    }

    public static IEnumerable<string> Providers => Habits.Keys;

    public SandboxServer Server { get; }

    public InvoiceSession Session { get; }

    public string Tax { get; }

    public string Country { get; }

    /// <summary>What can be done with a new document.</summary>
    public InvoiceTransition Step { get; }

    public T Use<T>(RecordingObserver? observer = null)
        where T : class, ICapability => Session.Use<T>(observer);

    public void Dispose()
    {
        Session.Dispose();
        Server.Dispose();
    }
}
