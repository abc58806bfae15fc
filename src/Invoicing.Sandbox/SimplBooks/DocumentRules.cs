using System;
using System.Globalization;
using System.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>
/// Defaults that the account fills into documents. Not documented unless marked. [assumption]
/// </summary>
internal static class DocumentRules
{
    private const int DueDays = 14;
    private const int OfferDays = 30;
    private const int MostDays = 3650;
    private static readonly string[] AddressParts = { "street", "city", "postal_code", "county", "country" };

    public static void Invoice(Draft draft)
    {
        var client = Head(draft);
        var record = draft.Record;
        Due(draft, "due", client, "client_settings_due_days", DueDays);
        draft.Default("transaction_date", record.Text("created"));

        // Numbering is a setting of the account, used if no number is sent. [inferred]
        var year = record.Text("created").Substring(2, 2);
        draft.Default("number", year + Next(draft, "invoice " + year).ToString("0000", CultureInfo.InvariantCulture));
        draft.Default("reference", Checks.Reference(record.Text("number")));
        draft.Default("overdue_charge_percent", client.Number("client_settings_overdue_percent") is > 0 and var percent ? percent : 0.05m);
        draft.Default("overdue_charge_period", "day");
        if (record.Rows.Count == 0)
        {
            draft.Errors.Add("An invoice must have at least one row");
        }

        DocumentRows.Complete(draft, "price_per_unit");
        Totals(record);
    }

    public static void PriceOffer(Draft draft)
    {
        var client = Head(draft);
        Due(draft, "valid_until", client, "client_settings_price_offer_due_days", OfferDays);
        draft.Default("number", "H-" + Next(draft, "offer"));
        DocumentRows.Complete(draft, "price_per_unit");
        Totals(draft.Record);
    }

    public static void Purchase(Draft draft)
    {
        var client = Head(draft);
        var record = draft.Record;
        Due(draft, "due", client, "client_settings_purchase_due_days", 0);
        draft.Default("transaction_date", record.Text("created"));
        draft.Default("internal_number", "OST-" + Next(draft, "purchase"));
        DocumentRows.Complete(draft, "sum");

        // Worked out when it is absent. [official]
        var given = draft.Body["vat"] is null ? null : record["vat"];
        Totals(record);
        if (given is decimal vat)
        {
            record["vat"] = vat;
            record["total_sum"] = record.Number("sum") + vat + record.Number("rounding");
        }
    }

    public static void Task(Draft draft)
    {
        draft.Default("date_of_doing", draft.Company.Today);
        DocumentRows.CompleteRow(draft, draft.Record, "price_per_unit", "");
    }

    /// <summary>Common defaults of documents. The client's name is copied when the document is made.</summary>
    private static Record Head(Draft draft)
    {
        var record = draft.Record;
        var client = draft.Company.Get(Resources.Clients, record.Whole("client_id").ToString(CultureInfo.InvariantCulture));
        if (draft.IsNew || draft.Body["client_id"] != null)
        {
            foreach (var part in new[] { "name", "reg_no", "vat_no" })
            {
                record["client_" + part] = client.Text(part);
            }

            foreach (var part in AddressParts)
            {
                record["client_address_" + part] = client.Text("address_" + part);
            }
        }

        draft.Default("created", draft.Company.Today);
        draft.Default("currency_name", Company.Currency);
        draft.Default("currency_rate", 1m);
        if (record.Shape.Has("language"))
        {
            draft.Default("language", client.Text("client_settings_language"));
            draft.Default("document_template_id", 1L);
            draft.Default("assembler_name", Company.UserName);
        }

        return client;
    }

    private static void Due(Draft draft, string field, Record client, string setting, int otherwise)
    {
        var days = client.Whole(setting) is > 0 and var own ? own : otherwise;
        var created = DateTime.ParseExact(draft.Record.Text("created"), Filter.Iso, CultureInfo.InvariantCulture);
        draft.Default(field, created.AddDays(Math.Min(days, MostDays)).ToString(Filter.Iso, CultureInfo.InvariantCulture));
    }

    private static long Next(Draft draft, string counter) => draft.Company.NextId(counter);

    /// <summary>Rounded once for each rate, halves away from zero.</summary>
    private static void Totals(Record record)
    {
        var withVat = record.Flag("row_sum_with_vat");
        decimal net = 0;
        decimal vat = 0;
        foreach (var rate in record.Rows.GroupBy(row => row.Number("vat")))
        {
            var sum = rate.Sum(DocumentRows.Sum);
            var tax = Cents(withVat ? sum * rate.Key / (100 + rate.Key) : sum * rate.Key / 100);
            net += Cents(sum) - (withVat ? tax : 0);
            vat += tax;
        }

        record["sum"] = net;
        record["vat"] = vat;
        record["total_sum"] = net + vat + record.Number("rounding");
    }

    public static decimal Cents(decimal sum) => Math.Round(sum, 2, MidpointRounding.AwayFromZero);
}
