using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// The quantities in stock (docs/facts/simplbooks.md#items, #warehouses): maps from identifiers to quantities, an empty one of which may
/// be a list [inferred].
/// </summary>
internal sealed class Stock(ConnectorContext context) : IStockReader
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public Task<IReadOnlyList<ItemStock>> GetForItemAsync(
        string itemId, string? warehouseId, DateTime? date, CancellationToken cancellationToken = default)
    {
        JObject? body = Body(("warehouse_id", Lists.Number(warehouseId)), ("date", Lists.Day(date, Lists.Iso)));
        return SendAsync(
            SimplBooksEndpoints.GetItemStock.Request(body, itemId),
            data => data.Properties().SelectMany(
                item => Map(item.Value).Properties().Select(place => new ItemStock(item.Name, place.Name, Quantity(place.Value), date))),
            cancellationToken);
    }

    public Task<IReadOnlyList<ItemStock>> GetForWarehouseAsync(string warehouseId, DateTime? date, CancellationToken cancellationToken = default)
    {
        JObject? body = Body(("date", Lists.Day(date, Lists.Iso)));
        return SendAsync(
            SimplBooksEndpoints.GetWarehouseStock.Request(body, warehouseId),
            data => data.Properties().Select(item => new ItemStock(item.Name, warehouseId, Quantity(item.Value), date)),
            cancellationToken);
    }

    private static JObject? Body(params (string Name, JToken? Value)[] fields)
    {
        var body = new JObject(fields.Where(field => field.Value is not null).Select(field => new JProperty(field.Name, field.Value)));
        return body.HasValues ? body : null;
    }

    /// <summary>A map, an empty one of which may be a list.</summary>
    private static JObject Map(JToken token) => token as JObject
        ?? (token is JArray { Count: 0 } ? [] : throw new JsonReaderException($"A map was expected, not {token.Type}."));

    private static decimal Quantity(JToken value) =>
        decimal.TryParse(
            (value as JValue)?.ToString(CultureInfo.InvariantCulture), Plain, CultureInfo.InvariantCulture, out decimal quantity)
            ? quantity
            : throw new JsonReaderException("A quantity is no number.");

    private async Task<IReadOnlyList<ItemStock>> SendAsync(ApiRequest request, Func<JObject, IEnumerable<ItemStock>> read,
        CancellationToken cancel) =>
        await context.Api.SendAsync(
            request,
            reader =>
            {
                List<ItemStock> rows = [];
                SimplBooksEnvelope.Read(reader, data => rows.AddRange(read(Map(JToken.ReadFrom(data)))));
                return rows;
            },
            cancel).ConfigureAwait(false);
}
