using Invoicing.Sandbox.Core;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The operations on the catalogue.</summary>
internal static class ItemRoutes
{
    public static void List(IxCall call) => call.AnswerPage("items", call.Company.Items.All, (json, item) => Write(call, json, item));

    public static void Create(IxCall call)
    {
        var body = call.Body("item");
        var item = new ItemRecord { Name = Name(call, body, null), Tax = call.Company.Taxes.Default };
        Apply(call, item, body, isNew: true);
        call.Company.Items.Add(item);
        Answer(call, 201, item);
    }

    public static void Read(IxCall call) => Answer(call, 200, Find(call));

    public static void Update(IxCall call)
    {
        var item = Find(call);
        var body = call.Body("item");
        var name = body["name"] is null ? item.Name : Name(call, body, item);
        Apply(call, item, body, isNew: false);
        if (name != item.Name)
        {
            call.Company.Items.Rename(item, name);
        }

        call.AnswerEmpty();
    }

    public static void Delete(IxCall call)
    {
        call.Company.Items.Remove(Find(call));
        call.AnswerEmpty();
    }

    private static ItemRecord Find(IxCall call) => call.Company.Items.ById(call.Id()) ?? throw Refusal.Missing("Item not found");

    private static string Name(IxCall call, JObject body, ItemRecord? item)
    {
        var name = Wire.Filled(body, "name") ?? throw Refusal.Invalid("Name can't be blank");
        if (call.Company.Items.ByName(name) is { } other && other != item)
        {
            throw Refusal.Invalid("Name is not available");
        }

        if (item != null && name != item.Name && call.Company.Documents.UsesItem(item.Name))
        {
            throw Refusal.Invalid("Name can't be changed because documents use this item");
        }

        return name;
    }

    /// <summary>Reads everything before it changes anything, so that a refused request changes nothing.</summary>
    private static void Apply(IxCall call, ItemRecord item, JObject body, bool isNew)
    {
        var price = isNew || body["unit_price"] != null ? LineBody.Price(body) : item.UnitPrice;
        var unit = body["unit"] != null ? LineBody.Unit(body) : item.Unit;
        var tax = isNew || body["tax"] != null ? LineBody.Tax(call.Company.Taxes, body) : item.Tax;

        // Required, as name and price are. [official]
        var description = isNew || body["description"] != null
            ? Wire.Filled(body, "description") ?? throw Refusal.Invalid("Description can't be blank", "description")
            : item.Description;
        item.UnitPrice = price;
        item.Unit = unit;
        item.Tax = tax;
        item.Description = description;
    }

    private static void Answer(IxCall call, int status, ItemRecord item) => call.Answer(status, "item", json => Write(call, json, item));

    private static void Write(IxCall call, JsonWriter json, ItemRecord item)
    {
        json.WriteStartObject();
        json.Field("id", item.Id);
        json.Field("name", item.Name);
        json.Field("description", item.Description);
        json.Field("unit_price", item.UnitPrice);
        json.Field("unit", item.Unit);
        json.Object("tax", w =>
        {
            w.Field("id", item.Tax.Id);
            w.Field("name", item.Tax.Name);
            w.Field("value", item.Tax.Value);
            if (call.Company.Settings.UnknownFields)
            {
                w.Field("region", item.Tax.Region);
            }
        });
        json.WriteEndObject();
    }
}
