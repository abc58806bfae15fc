using System;
using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The operations that only one or two resources have. [official] for what they do, other marks where they differ</summary>
internal static class ActionRoutes
{
    /// <summary>Marks an invoice as sent, and sends nothing. [inferred]</summary>
    public static void Sent(SimplBooksCall call)
    {
        var invoice = call.Target;
        invoice["sent"] = call.Company.Today;
        call.Saved(invoice.Id);
    }

    /// <summary>Cancels a price offer. What is in the answer's data is not described. [assumption]</summary>
    public static void Cancel(SimplBooksCall call)
    {
        var offer = call.Target;
        offer["cancelled"] = call.Company.Today;
        call.Data(json => json.Object(data => data.Object("PriceOffer", inner =>
        {
            inner.Field("id", offer.Id);
            inner.Field("cancelled", offer.Text("cancelled"));
        })));
    }

    public static void InvoicePaid(SimplBooksCall call) =>
        Bind(call, call.Company.Receipts, "incoming_id", "invoice_id", call.Argument("full_cover", FieldType.Flag) is true);

    public static void PurchasePaid(SimplBooksCall call) => Bind(call, call.Company.Payouts, "payment_id", "purchase_id", fullCover: false);

    public static void BoundReceipts(SimplBooksCall call) => Bound(call, call.Company.Receipts);

    public static void BoundPayments(SimplBooksCall call) => Bound(call, call.Company.Payouts);

    /// <summary>Article, then warehouse, then quantity.</summary>
    public static void ArticleStock(SimplBooksCall call)
    {
        var article = call.Target;
        var warehouse = call.Argument("warehouse_id", FieldType.Id) as long? ?? 0;
        var stock = Stock.OfArticle(call.Company, article.Id, warehouse, Until(call));
        call.Data(json =>
        {
            if (stock.Count == 0)
            {
                Stock.Write(json, stock);
            }
            else
            {
                json.Object(data =>
                {
                    data.WritePropertyName(article.Id.ToString(CultureInfo.InvariantCulture));
                    Stock.Write(data, stock);
                });
            }
        });
    }

    public static void WarehouseStock(SimplBooksCall call)
    {
        var stock = Stock.OfWarehouse(call.Company, call.Target.Id, Until(call));
        call.Data(json => Stock.Write(json, stock));
    }

    /// <summary>
    /// Records of another resource that belong to a client. Their shape is not described; items are wrapped as in that resource's list,
    /// and all of them come at once. [assumption]
    /// </summary>
    public static Action<SimplBooksCall> OfClient(Resource resource) => call =>
    {
        var id = call.Target.Id;
        var records = call.Company[resource].All.Where(record => record.Whole("client_id") == id).ToList();
        void Item(JsonWriter json, Record record) => RecordWriter.Item(json, call.Company, resource, record);
        if (!call.Company.Settings.SubListsAreMaps)
        {
            call.Answer(json => json.Array("data", records, Item));
            return;
        }

        call.Data(json => json.Object(data =>
        {
            foreach (var record in records)
            {
                data.WritePropertyName(record.Id.ToString(CultureInfo.InvariantCulture));
                Item(data, record);
            }
        }));
    };

    private static string? Until(SimplBooksCall call) => call.Argument("date", FieldType.Date) as string;

    /// <summary>Answers the document's id. [assumption]</summary>
    private static void Bind(SimplBooksCall call, Settlement settlement, string moneyKey, string documentKey, bool fullCover)
    {
        var money = call.Company.Get(settlement.Money, call.Input[moneyKey]?.ToString() ?? "");
        var document = call.Company.Get(settlement.Documents, call.Input[documentKey]?.ToString() ?? "");
        settlement.Bind(money, document, fullCover);
        call.Saved(document.Id);
    }

    private static void Bound(SimplBooksCall call, Settlement settlement)
    {
        var ids = settlement.Of(call.Target).ToList();
        call.Answer(json => json.Array("data", ids, (inner, id) => inner.WriteValue(id)));
    }
}
