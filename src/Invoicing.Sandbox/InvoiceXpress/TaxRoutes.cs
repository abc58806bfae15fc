using System.Linq;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The operations on taxes.</summary>
internal static class TaxRoutes
{
    //  [official]
    private static readonly string[] Codes = { "NOR", "INT", "RED", "OUT", "ISE" };

    public static void List(IxCall call) =>
        call.Reply.Json(200, json => json.Object(o =>
            o.Array("taxes", call.Company.Taxes.All, (w, tax) => Write(w, tax, call.Company.Taxes))));

    public static void Create(IxCall call)
    {
        var body = call.Body("tax");
        var taxes = call.Company.Taxes;
        var name = Wire.Filled(body, "name") ?? throw Refusal.Invalid("can't be blank", "name");
        if (taxes.ByName(name) != null)
        {
            //  [seen]
            throw Refusal.Invalid("has already been taken", "name", ErrorShape.PairList);
        }

        var value = Value(body, "value", needsText: true) ?? throw Refusal.Invalid("can't be blank", "value");
        var tax = taxes.Add(name, value, Region(body, "region"), Code(body, "code"));
        MakeDefault(taxes, tax, body);
        Answer(call, 201, tax);
    }

    public static void Read(IxCall call) => Answer(call, 200, Find(call));

    public static void Update(IxCall call)
    {
        var old = Find(call);
        var body = call.Body("tax");
        var taxes = call.Company.Taxes;
        var name = body["name"] is null ? old.Name : Wire.Filled(body, "name") ?? throw Refusal.Invalid("Name can't be blank");
        if (taxes.ByName(name) is { } other && other != old)
        {
            throw Refusal.Invalid("Name has already been taken");
        }

        if (body["region"] != null && Wire.Filled(body, "region") is null)
        {
            throw Refusal.Invalid("Region can't be blank");
        }

        // All that is wrong with an update stands under "base". [official]
        var changed = new TaxRecord(
            old.Id,
            name,
            Value(body, "base", call.Company.Settings.TaxUpdateNeedsText) ?? old.Value,
            Region(body, "base") ?? old.Region,
            Code(body, "base") ?? old.Code);
        taxes.Replace(changed);
        MakeDefault(taxes, changed, body);
        call.AnswerEmpty();
    }

    public static void Delete(IxCall call)
    {
        var tax = Find(call);
        if (tax == call.Company.Taxes.Default)
        {
            throw Refusal.Invalid("The default tax can't be deleted");
        }

        call.Company.Taxes.Remove(tax);

        // A single space. [seen]
        call.Reply.Text(200, "application/json; charset=utf-8", " ");
    }

    private static TaxRecord Find(IxCall call) => call.Company.Taxes.ById(call.Id()) ?? throw Refusal.Missing();

    /// <summary>Text, such as "23.0"; a number has been refused at creation [official], [seen], and taken by an update [seen].</summary>
    private static decimal? Value(JObject body, string field, bool needsText)
    {
        if (needsText && body["value"] is { Type: JTokenType.Integer or JTokenType.Float })
        {
            throw Refusal.Invalid("is not a text", field);
        }

        return Wire.Decimal(body, "value") switch
        {
            null => null,
            >= 0 and <= 100 and var value => value,
            _ => throw Refusal.Invalid("must be between 0 and 100", field),
        };
    }

    private static string? Region(JObject body, string field)
    {
        var region = Wire.Filled(body, "region");
        return region is null || TaxRegions.IsKnown(region) ? region : throw Refusal.Invalid("Region is not included in the list", field);
    }

    private static string? Code(JObject body, string field)
    {
        var code = Wire.Filled(body, "code");
        return code is null || Codes.Contains(code) ? code : throw Refusal.Invalid("Code is not included in the list", field);
    }

    private static void MakeDefault(TaxStore taxes, TaxRecord tax, JObject body)
    {
        if (Wire.IsFlagged(body, "default_tax"))
        {
            taxes.MakeDefault(tax);
        }
    }

    private static void Answer(IxCall call, int status, TaxRecord tax) =>
        call.Answer(status, "tax", json => Write(json, tax, call.Company.Taxes));

    private static void Write(JsonWriter json, TaxRecord tax, TaxStore taxes)
    {
        json.WriteStartObject();
        json.Field("id", tax.Id);
        json.Field("name", tax.Name);
        json.Field("value", tax.Value);
        json.Field("region", tax.Region);
        json.FieldIfAny("code", tax.Code);
        json.Field("default_tax", taxes.Default == tax ? 1 : 0);
        json.WriteEndObject();
    }
}
