using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Notifies confirmed webhooks, and sends new ones their confirmation code.</summary>
internal sealed class Callbacks
{
    private const string All = "all"; // [inferred]
    private readonly Company _company;
    private readonly CallbackSender _sender;
    private readonly AccountField _accountField;
    private readonly int _seed;

    public Callbacks(Company company, CallbackSender sender, AccountField accountField, int seed)
    {
        _company = company;
        _sender = sender;
        _accountField = accountField;
        _seed = seed;
    }

    /// <summary>Prose writes invoice/create, samples write invoice.create. [official]</summary>
    public static bool IsSame(string one, string other) =>
        string.Equals(one.Replace('/', '.'), other.Replace('/', '.'), StringComparison.OrdinalIgnoreCase);

    public void Raise(string name, long objectId, long userId)
    {
        var resource = name.Substring(0, name.IndexOf('.'));
        foreach (var callback in _company.Store(Names.Callback).All.Where(callback => callback.Whole(Names.Verified) == 1))
        {
            var wanted = callback.Text("event");
            if (IsSame(wanted, name) || IsSame(wanted, resource) || IsSame(wanted, All))
            {
                Post(callback, name, objectId, userId);
            }
        }
    }

    public void SendCode(Record callback, long userId)
    {
        var code = Mixer.Hex(20, _seed, callback.Id);
        callback[Names.Code] = code;
        Post(callback, "callback.verify", callback.Id, userId, new KeyValuePair<string, string>("verifier", code));
    }

    /// <summary>The names of the form are [inferred].</summary>
    private void Post(Record callback, string name, long objectId, long userId, params KeyValuePair<string, string>[] more)
    {
        var account = _accountField == AccountField.System
            ? new KeyValuePair<string, string>("system", _company.Account)
            : new KeyValuePair<string, string>("account_id", _company.AccountId);
        var form = new[]
        {
            new KeyValuePair<string, string>("name", name),
            new KeyValuePair<string, string>("object_id", objectId.ToString(CultureInfo.InvariantCulture)),
            new KeyValuePair<string, string>("user_id", userId.ToString(CultureInfo.InvariantCulture)),
            account,
        };
        _sender.Post(new Uri(callback.Text("uri")), form.Concat(more).ToList());
    }
}
