using System.Globalization;
using System.Text.RegularExpressions;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The operations on series. Their error numbers mean something else in each of them. [official]</summary>
internal static class SequenceRoutes
{
    private const int MaxName = 30;

    public static void List(IxCall call) =>
        call.Reply.Json(200, json => json.Object(o =>
            o.Array("sequences", call.Company.Sequences.All, (w, series) => Write(call, w, series, call.Company.Sequences.Default == series))));

    public static void Create(IxCall call)
    {
        var sequences = call.Company.Sequences;
        var body = call.Body("sequence");
        var name = Wire.Filled(body, "serie") ?? throw Error(422, "003", "Serie is invalid");
        if (call.Http.IsUnderWay)
        {
            throw Error(409, "006", "Serie is already being registered");
        }

        if (name.Length > MaxName || !Regex.IsMatch(name, "^[A-Za-z0-9._-]+$"))
        {
            throw Error(422, name.Length > MaxName ? "003" : "001", "Serie name is not allowed");
        }

        if (sequences.ByName(name) != null)
        {
            throw Error(422, "002", "Serie already exists");
        }

        // Making a series registers it as well. [official]
        if (!call.Company.Account.HasAuthorityAccess)
        {
            throw Error(422, "004", "Invalid AT credentials");
        }

        var series = sequences.Add(name);
        sequences.Register(series);
        if (Wire.Text(body, "default_sequence") == "1")
        {
            sequences.Default = series;
        }

        // The answer says 0 even when 1 was sent. [seen]
        call.Answer(201, "sequence", json => Write(call, json, series, isDefault: false));
    }

    /// <summary>The schema's plural root; the create has the singular one that was seen live. Which is right is not settled.</summary>
    public static void Read(IxCall call)
    {
        var series = Find(call, "404");
        call.Answer(200, "sequences", json => Write(call, json, series, call.Company.Sequences.Default == series));
    }

    public static void Register(IxCall call)
    {
        var series = Find(call, "006");
        if (call.Http.IsUnderWay)
        {
            throw Error(409, "008", "Serie is already being registered");
        }

        if (call.Company.Account.TaxCountry != AccountRecord.Portugal)
        {
            throw Error(422, "004", "The account is not Portuguese");
        }

        if (series.IsRegistered)
        {
            throw Error(409, "005", "All sequences are registered");
        }

        if (!call.Company.Account.HasAuthorityAccess)
        {
            throw Error(422, "002", "Invalid AT credentials");
        }

        call.Company.Sequences.Register(series);
        call.Reply.Json(200, json => json.Object(o =>
            o.Array("sequences", new[] { series }, (w, row) => Write(call, w, row, call.Company.Sequences.Default == row))));
    }

    public static void SetCurrent(IxCall call)
    {
        call.Company.Sequences.Default = Find(call, "404");
        call.AnswerEmpty();
    }

    private static SeriesRecord Find(IxCall call, string code) =>
        call.Company.Sequences.ById(call.Id()) ?? throw Refusal.Missing("Sequence does not exist", code);

    private static Refusal Error(int status, string code, string text) => Refusal.Of(status, text, ErrorShape.Coded, code);

    private static void Write(IxCall call, JsonWriter json, SeriesRecord series, bool isDefault)
    {
        json.WriteStartObject();
        json.Field("id", series.Id);

        // A name of digits only came back as a number once. [seen]
        if (call.Company.Settings.SeriesNames == NumberForm.Number
            && int.TryParse(series.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            json.Field("serie", number);
        }
        else
        {
            json.Field("serie", series.Name);
        }

        json.Field("default_sequence", isDefault ? 1 : 0);
        foreach (var counter in series.Counters)
        {
            json.Field($"current_{counter.Kind.Singular}_number", counter.Current);
            json.Field($"current_{counter.Kind.Singular}_sequence_id", counter.Id);
            json.Field($"current_{counter.Kind.Singular}_validation_code", counter.ShownCode);
        }

        json.WriteEndObject();
    }
}
