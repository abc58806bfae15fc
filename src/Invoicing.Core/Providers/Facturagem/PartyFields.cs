using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine.Fields;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>The common part of clients and the account that a table cannot say: streets of two lines, countries by number.</summary>
internal static class PartyFields
{
    /// <summary>Puts both lines of a street into the one text of the model.</summary>
    public static string? JoinStreet(string? street, ExtraFields extra)
    {
        if (!extra.TryGetValue(FacturagemMaps.SecondStreet, out object? second) || second is not (null or string))
        {
            return street;
        }

        extra.Remove(FacturagemMaps.SecondStreet);
        return second is not string { Length: > 0 } line ? street
            : string.IsNullOrEmpty(street) ? line
            : $"{street}\n{line}";
    }

    /// <summary>Makes the body of a client or an account.</summary>
    public static async Task<JObject> WriteAsync<T>(Caller caller, FieldMap<T> map, T record, CancellationToken cancel)
        where T : InvoiceRecord, new()
    {
        JObject body = map.Write(record);
        Split(body, map.NameOf(nameof(Client.Address))!);
        string country = map.NameOf(nameof(Client.Country))!;
        if (country.EndsWith("_id", StringComparison.Ordinal) && (string?)body[country] is { Length: > 0 } given)
        {
            body[country] = long.Parse(await CountryTable.NumberAsync(caller, given, cancel).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture);
        }

        return body;
    }

    private static void Split(JObject body, string street)
    {
        string[] lines = ((string?)body[street] ?? "").Split('\n');
        if (lines.Length > 1)
        {
            body[street] = lines[0].TrimEnd('\r');
            body[FacturagemMaps.SecondStreet] = string.Join(", ", lines.Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0));
        }
    }
}
