using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>The operations on the session, the account and the countries.</summary>
internal static class AccountRoutes
{
    /// <summary>The key and the links are [official], the rest is [assumption].</summary>
    public static void Login(FacturagemCall call)
    {
        var session = call.Provider.Session;
        var key = session.Open(call.Text("login"), call.Text("password")) ?? throw new Refusal(401, "The login or the password is wrong.");
        var user = new JObject { ["id"] = session.UserId, ["login"] = session.Login, ["api_key"] = key, ["links"] = call.Links.OfUser() };
        var root = call.Shapes.SessionRoot;
        call.Answer(new Content(root.Length > 0 ? root : "user", user, isWrapped: root.Length > 0));
    }

    public static void Logout(FacturagemCall call)
    {
        call.Provider.Session.End();
        call.AnswerEmpty();
    }

    public static void Current(FacturagemCall call)
    {
        var account = call.Book.Account;
        if (call.Shapes.Account == AccountShape.Object)
        {
            call.Answer(account);
        }
        else
        {
            call.AnswerRows(Resource.Account, new[] { FacturagemCall.WithLinks(call.Wire.Write(account), call.Links.Of(account)) });
        }
    }

    public static void Read(FacturagemCall call) => call.Answer(call.Account());

    public static void Change(FacturagemCall call)
    {
        var account = call.Account();
        account.Take(call.Apply(account, check: (changed, faults) =>
        {
            //  [seen]
            if (changed.IsSet("charges_irpf") != account.IsSet("charges_irpf") && call.Book.Invoices.All.Count > 0)
            {
                faults.Add(call.Wire.Name(Resource.Account, "charges_irpf"), "cannot be changed once there are invoices");
            }
        }));
        call.AnswerEmpty();
    }

    public static void Countries(FacturagemCall call) => call.AnswerRows(Resource.Country, Country.All.Select(country =>
    {
        var record = new Record(Resource.Country) { Id = country.Id, ["code"] = country.Code, ["name"] = country.Name };
        return FacturagemCall.WithLinks(call.Wire.Write(record), call.Links.OfCountry());
    }));
}
