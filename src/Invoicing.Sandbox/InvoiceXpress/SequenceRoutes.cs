using System.Globalization;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The operations on series. Their error numbers mean something else in each of them. [official]</summary>
internal static class SequenceRoutes
{
    public static void List(IxCall call) =>
        call.Reply.Json(200, json => json.Object(o =>
            o.Array("sequences", call.Company.Sequences.All, (w, series) => Write(w, series, call.Company.Sequences.Default == series))));

    private static void Write(JsonWriter json, SeriesRecord series, bool isDefault)
    {
        json.WriteStartObject();
        json.Field("id", series.Id);

        // A name of digits only comes back as a number. [sdk: zoran759 live]
        if (int.TryParse(series.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
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
