using System;
using System.Linq;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The operations on clients' balances. Their dates are ISO dates. [official]</summary>
internal static class TreasuryRoutes
{
    // Those of payments, and one more. [official]
    private static readonly string[] Methods = "CC CD CH CI CO CS DE LC MB NU OU PR TB TR".Split(' ');

    public static void Balance(IxCall call)
    {
        var client = Find(call);
        var treasury = call.Company.Treasury;
        var record = treasury.Of(client.Id);
        var outside = treasury.OutsideDocuments(client.Id);
        var all = treasury.Open(client.Id, DateTime.MaxValue);
        var overdue = treasury.Open(client.Id, call.Now.Date);

        // No root around it. [official]
        call.Reply.Json(200, json => json.Object(o =>
        {
            o.Object("currency", currency =>
            {
                currency.Field("symbol", "€");
                currency.Field("code", Currencies.Euro);
            });
            o.Object("initial_balance", initial =>
            {
                initial.Field("value", record.InitialValue);
                initial.Field("created_at", record.InitialDate is { } date ? Wire.IsoDate(date) : null);
                initial.Field("observation", record.InitialObservation);
            });
            WriteSums(o, "balance", all.WithVat + outside, all.WithoutVat + outside);
            WriteSums(o, "overdue_balance", overdue.WithVat, overdue.WithoutVat);
            o.Object("remaining_balance", remaining =>
            {
                remaining.Field("total", record.InitialValue);
                remaining.Field("value", treasury.Remaining(client.Id));
            });
        }));
    }

    public static void SetInitialBalance(IxCall call)
    {
        var record = call.Company.Treasury.Of(Find(call).Id);
        var body = call.Body("initial_balance");
        var value = Value(body);
        var date = Date(body);
        if (value < record.Regularizations.Sum(row => row.Value))
        {
            throw Refusal.Invalid("Value is less than what was regularized", "value");
        }

        record.InitialValue = value;
        record.InitialDate = date;
        record.InitialObservation = Wire.Filled(body, "observation");
        call.Answer(200, "initial_balance", json => json.Object(o => WriteValue(o, value, date, record.InitialObservation)));
    }

    public static void ListRegularizations(IxCall call) =>
        call.AnswerPage("regularization", call.Company.Treasury.Of(Find(call).Id).Regularizations, WriteRegularization);

    public static void AddRegularization(IxCall call)
    {
        var client = Find(call);
        var treasury = call.Company.Treasury;
        var body = call.Body("regularization");
        var value = Value(body);
        var date = Date(body);
        if (value <= 0 || value > treasury.Remaining(client.Id))
        {
            throw Refusal.Invalid("Value must be greater than 0 and at most the remaining balance", "value");
        }

        var row = new RegularizationRecord(treasury.NextId(), treasury.NextNumber(), value, date, Wire.Filled(body, "observation"));
        treasury.Of(client.Id).Regularizations.Add(row);

        // A list with one row. [official]
        call.Reply.Json(201, json => json.Object(o => o.Array("regularization", new[] { row }, WriteRegularization)));
    }

    public static void RemoveRegularization(IxCall call) =>
        Remove(call.Company.Treasury.Of(Find(call).Id).Regularizations.RemoveAll(row => row.Id == call.Id(1)), call, 200);

    public static void AddMovement(IxCall call)
    {
        var client = Find(call);
        var body = call.Body("treasury_movement");
        var value = Value(body);
        var date = Date(body);
        var type = Wire.Filled(body, "movement_type");
        var method = Wire.Filled(body, "payment_method");
        if (value <= 0)
        {
            throw Refusal.Invalid("Value must be greater than 0", "value");
        }

        if (type is not ("Reimbursement" or "Payment"))
        {
            throw Refusal.Invalid("Movement type is not included in the list", "movement_type");
        }

        if (method != null && !Methods.Contains(method))
        {
            throw Refusal.Invalid("Payment method is not included in the list", "payment_method");
        }

        var treasury = call.Company.Treasury;
        treasury.Of(client.Id).Movements.Add(new MovementRecord(treasury.NextId(), value, type == "Reimbursement"));

        // The id that a delete needs is not in the answer. [official]
        call.Answer(201, "treasury_movement", json => json.Object(o =>
        {
            o.Field("movement_type", type);
            o.Field("payment_method", method);
            o.Field("serie", Wire.Filled(body, "serie"));
            WriteValue(o, value, date, Wire.Filled(body, "observation"));
        }));
    }

    public static void RemoveMovement(IxCall call) =>
        Remove(call.Company.Treasury.Of(Find(call).Id).Movements.RemoveAll(row => row.Id == call.Id(1)), call, 204);

    private static ClientRecord Find(IxCall call) => call.Company.Clients.ById(call.Id()) ?? throw Refusal.Missing("Client not found");

    private static void Remove(int count, IxCall call, int status)
    {
        if (count == 0)
        {
            throw Refusal.Missing("Record not found");
        }

        call.AnswerEmpty(status);
    }

    private static decimal Value(JObject body) =>
        Wire.Decimal(body, "value", "Value") ?? throw Refusal.Invalid("Value can't be blank", "value");

    private static DateTime Date(JObject body) =>
        Wire.IsoDate(body, "date") ?? throw Refusal.Invalid("Date can't be blank", "date");

    private static void WriteSums(JsonWriter json, string name, decimal withVat, decimal withoutVat) =>
        json.Object(name, sums =>
        {
            sums.Field("with_vat", withVat);
            sums.Field("without_vat", withoutVat);
        });

    private static void WriteRegularization(JsonWriter json, RegularizationRecord row) =>
        json.Object(o =>
        {
            o.Field("id", row.Id);
            o.Field("number", row.Number);
            WriteValue(o, row.Value, row.Date, row.Observation);
        });

    private static void WriteValue(JsonWriter json, decimal value, DateTime date, string? observation)
    {
        json.Field("value", value);
        json.Field("date", Wire.IsoDate(date));
        json.Field("observation", observation);
    }
}
