using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Http;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.ConnectorsSimplBooks;

/// <summary>The SimplBooks connector on the ordinary road to a scripted server, in a time of its own.</summary>
internal sealed class Sb : Rig
{
    public const string Account = "0a1b2c";
    public const string Root = "/" + Account + "/api/";

    public Sb(params (string Name, string Value)[] settings)
        : this(null, settings)
    {
    }

    public Sb(RuntimeTraits? runtime, params (string Name, string Value)[] settings)
        : base(runtime: runtime, account: new RigAccount("SimplBooks", Account)
        {
            Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value),
            FieldNames = new Dictionary<string, string> { ["Client.Fax"] = "telefax", ["InvoiceLine.Unit"] = "measure" },
        })
    {
    }

    /// <summary>An answer with data.</summary>
    public static string Data(string json) => $$"""{"status":200,"duration":0.01,"data":{{json}}}""";

    /// <summary>An answer to what makes or changes something.</summary>
    public static string Done(int id = 7) => $$"""{"status":200,"duration":"0.01","inserted_id":{{id}},"response":"Saved."}""";

    /// <summary>The document that a create gave the identifier of, as it is read back.</summary>
    public static string Made(string number = "W-1", int id = 7) =>
        Data($$$"""{"Invoice":{"id":{{{id}}},"number":"{{{number}}}"},"PriceOffer":{"id":{{{id}}},"number":"{{{number}}}"}}""");

    public static string Refused(int status, params string[] errors) =>
        $$"""{"status":{{status}},"duration":0.01,"inserted_id":0,"errors":[{{string.Join(",", Array.ConvertAll(errors, text => $"\"{text}\""))}}]}""";

    /// <summary>The account's VAT types.</summary>
    public static string Taxes => Data("""
        [{"VatType":{"id":3,"name":"Sales 24%","vat_percent":24,"is_sales":true,"is_purchase":false,"active":true}},
         {"VatType":{"id":5,"name":"Sales 9%","vat_percent":"9","is_sales":1,"is_purchase":0,"active":"1"}},
         {"VatType":{"id":6,"name":"Union 0%","vat_percent":0,"is_sales":true,"is_purchase":false,"active":true}},
         {"VatType":{"id":7,"name":"Export 0%","vat_percent":0,"is_sales":true,"is_purchase":false,"active":true}},
         {"VatType":{"id":4,"name":"Sales 22%","vat_percent":22,"is_sales":true,"is_purchase":false,"active":false}},
         {"VatType":{"id":9,"name":"Bought 24%","vat_percent":24,"is_sales":false,"is_purchase":true,"active":true}}]
        """);
}
