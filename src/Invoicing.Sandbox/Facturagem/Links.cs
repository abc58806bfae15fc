using System;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>
/// The links that every answer carries. [official] for <c>links</c>, <c>rel</c>, <c>uri</c>, <c>self</c> and <c>account</c>; the other
/// relations are [assumption].
/// </summary>
internal sealed class Links
{
    private readonly string _base;
    private readonly string _suffix;
    private readonly string _account;

    public Links(Uri host, string format, Record account)
    {
        _base = new Uri(host, "api/v1").AbsoluteUri;
        _suffix = "." + format;
        _account = "/accounts/" + account.Identifier;
    }

    public JArray OfUser() => Of(("self", "/session"), ("account", "/accounts"));

    public JArray OfCountry() => Of(("countries", "/countries"));

    public JArray OfList(string path) => Of(("self", path), ("account", _account));

    public JArray Of(Record record, Record? owner = null) => record.Resource.Name switch
    {
        "account" => Of(("self", _account), ("account", _account), ("clients", Clients()), ("invoices", Invoices())),
        "client" => Of(
            ("self", IfSaved(record, Clients(record))),
            ("account", _account),
            ("invoices", IfSaved(record, Clients(record) + "/invoices"))),
        "invoice" => Of(
            ("self", IfSaved(record, Invoices(record))),
            ("account", _account),
            ("client", record["client_id"] is Record client ? Clients(client) : ""),
            ("payments", IfSaved(record, Invoices(record) + "/payments"))),
        _ => Of(("account", _account), ("invoice", owner is null ? "" : Invoices(owner))),
    };

    private static string IfSaved(Record record, string path) => record.Id == 0 ? "" : path;

    private string Clients(Record? one = null) => _account + "/clients" + (one is null ? "" : "/" + one.Identifier);

    private string Invoices(Record? one = null) => _account + "/invoices" + (one is null ? "" : "/" + one.Identifier);

    private JArray Of(params (string Rel, string Path)[] links)
    {
        var list = new JArray();
        foreach (var (rel, path) in links)
        {
            if (path.Length > 0)
            {
                list.Add(new JObject { ["rel"] = rel, ["uri"] = _base + path + _suffix });
            }
        }

        return list;
    }
}
