using System;
using System.Collections.Generic;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.Fidelity;

/// <summary>
/// How each provider writes the answers that these tests script: an invoice with given fields, a list of such, and the taxes of the account. A
/// provider that joins the table joins the tests.
/// </summary>
internal sealed class Dialect
{
    public static readonly IReadOnlyDictionary<string, Dialect> All = new Dictionary<string, Dialect>
    {
        ["InvoiceXpress"] = new()
        {
            Account = new RigAccount("InvoiceXpress", "acme"),
            Invoice = """{"id":71,"type":"Invoice","status":"draft","date":"10/03/2026","total":12.3,"client":{"id":8,"name":"Padaria Exemplo"},"items":[{"name":"SRV","unit_price":"10.0","quantity":"1.0","tax":{"id":1,"name":"IVA23","value":23.0}}]}""",
            One = invoice => $$"""{"invoice":{{invoice}}}""",
            List = rows => $$$"""{"invoices":[{{{string.Join(",", rows)}}}],"pagination":{"total_entries":{{{rows.Length}}},"per_page":30,"current_page":1,"total_pages":1}}""",
        },
        ["SimplBooks"] = new()
        {
            Account = new RigAccount("SimplBooks", "0a1b2c"),
            Invoice = """{"Invoice":{"id":71,"number":"25014","client_id":8,"created":"2026-03-10","due":"2026-03-24","total_sum":12.4,"proforma":0},"Task":[{"id":4,"name":"SRV","amount":1,"price_per_unit":10,"vat":24,"vat_type_id":3}]}""",
            One = invoice => $$"""{"status":200,"data":{{invoice}}}""",
            List = rows => $$"""{"status":200,"data":[{{string.Join(",", rows)}}]}""",
            Fields = "Invoice",
        },
        ["FACTURAgem"] = new()
        {
            Account = new RigAccount("FACTURAgem", "12-ibarra") { Settings = new Dictionary<string, string> { ["FirstPage"] = "1" } },
            Invoice = """{"id":71,"number":"14","date":"2026-03-10","total":"12.10","client_name":"Bar Ibarra","lines":[{"description":"SRV","quantity":"1","price":"10.00"}]}""",
            One = invoice => $$"""{"invoice":{{invoice}}}""",
            List = rows => $$"""{"invoices":[{{string.Join(",", rows)}}]}""",
            IsPagedUntilEmpty = true,
        },
        ["SalenGo"] = new()
        {
            Account = new RigAccount("SalenGo", "taller"),
            Invoice = """{"invoice_id":71,"number":"14","status":"draft","date":"2026-03-10 00:00:00","amount":12.1,"client_id":8,"organization":"Taller","lines":[{"name":"SRV","unit_cost":10,"quantity":1,"tax1_name":"IVA","tax1_percent":21}]}""",
            One = invoice => $$$$"""{"response":{"status":"ok","invoice":{{{{invoice}}}}}}""",
            List = rows => $$$$"""{"response":{"status":"ok","invoices":{"page":1,"per_page":100,"pages":1,"total":{{{{rows.Length}}}},"invoice":[{{{{string.Join(",", rows)}}}}]}}}""",
        },
    };

    public required RigAccount Account { get; init; }

    /// <summary>A document as a list or a get shows it.</summary>
    public required string Invoice { get; init; }

    public required Func<string, string> One { get; init; }

    public required Func<string[], string> List { get; init; }

    /// <summary>The member of the document that its own fields are in; the document itself if <c>null</c>.</summary>
    public string? Fields { get; init; }

    public bool IsPagedUntilEmpty { get; init; }

    public static Rig Connect(string provider) => new(account: All[provider].Account);

    /// <summary>The document with other fields, by the path of the object that they are in.</summary>
    public string With(string path, string name, string json)
    {
        var document = JObject.Parse(Invoice);
        var holder = (JObject)document.SelectToken(path.Length > 0 ? path : Fields ?? "")!;
        holder[name] = JToken.Parse(json);
        return document.ToString();
    }

    /// <summary>Scripts a list of documents, and the empty page behind it where the provider needs one.</summary>
    public void Script(Rig rig, params string[] documents)
    {
        rig.Server.Then(List(documents));
        if (IsPagedUntilEmpty)
        {
            rig.Server.Then(List([]));
        }
    }
}
