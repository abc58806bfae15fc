using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>The invented company with everything that it has at the provider.</summary>
internal sealed class Company
{
    public const string Currency = "EUR";
    public const string Language = "es";
    public const long AdminId = 1;
    public const long StaffId = 2;

    private readonly Dictionary<string, RecordStore> _stores;
    private readonly SandboxHost _host;
    private long _lastRowId = 900_000;
    private DateTime _caughtUp;

    public Company(SandboxHost host, AccountField accountField)
    {
        _host = host;

        // Identifiers of different things must not be mistaken for one another.
        _stores = Resources.All
            .Select((resource, place) => (resource, place))
            .ToDictionary(r => r.resource.Name, r => new RecordStore((1 + r.place) * 10_000_001L, r.resource.KeyField));
        Store(Names.Payment).Changed = Ledger.Move;
        ApiKey = host.Secret(32, 0x73616C65);
        Callbacks = new Callbacks(this, new CallbackSender(host.Stopping), accountField, host.Options.Seed);
    }

    public string Account => "taller-sol";

    public string AccountId => "20417";

    public string ApiKey { get; }

    public Ledger Ledger { get; } = new();

    public Callbacks Callbacks { get; }

    public List<SandboxEmail> Emails { get; } = new();

    public TimeSpan ListDelay => _host.Options.ListDelay;

    /// <summary>The company's wall clock. The provider's time zone is not known, so it is the one of the server's clock.</summary>
    public DateTime Now => _host.Options.Now().DateTime;

    public RecordStore Store(string resource) => _stores[resource];

    public long NextRowId() => ++_lastRowId;

    /// <summary>Issues due recurring invoices, once a day.</summary>
    public void CatchUp()
    {
        var now = Now;
        if (now.Date > _caughtUp)
        {
            _caughtUp = now.Date;
            Profiles.CatchUp(new Work(this, SalenGoSettings.Default, now, new Newtonsoft.Json.Linq.JObject()));
        }
    }

    /// <summary>Records that a document was sent to its client.</summary>
    /// <returns>True if there is an address and the plan includes sending.</returns>
    public bool Send(Record document, DateTime now)
    {
        var to = Store(Names.Client).Find(document.Whole(Names.ClientId))?.Text(Names.Email) ?? "";
        if (to.Length == 0 || !_host.Options.EmailInPlan)
        {
            return false;
        }

        Emails.Add(new SandboxEmail(new DateTimeOffset(now, _host.Options.Now().Offset), document.Id, to));
        return true;
    }
}
