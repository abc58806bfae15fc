using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Lists page by page (docs/facts/simplbooks.md#lists). There is no total: a page that is not full is the last one.</summary>
internal static class Lists
{
    /// <summary>60 requests a minute is all there is, so pages are as large as they may be.</summary>
    public const int LargestPage = 1000;

    /// <summary>
    /// The example of the filters of invoices, purchases and price offers; the others have <see cref="Iso"/>
    /// (docs/facts/simplbooks.md#values).
    /// </summary>
    public const string Estonian = "dd-MM-yyyy";

    public const string Iso = "yyyy-MM-dd";

    /// <param name="context">The session.</param>
    /// <param name="operation">The list.</param>
    /// <param name="frame">The name of the object around each record.</param>
    /// <param name="filters">Names and values; what is <c>null</c> is not asked for.</param>
    /// <param name="pageSize">Rows of a page.</param>
    /// <param name="finish">Does to a record what the table cannot.</param>
    /// <param name="keep">The records that are wanted, where the provider cannot be asked for them alone.</param>
    public static Listing<T> Of<T>(
        ConnectorContext context,
        Endpoint operation,
        FieldMap<T> frame,
        IEnumerable<(string Name, JToken? Value)> filters,
        int? pageSize,
        Func<T, T> finish,
        Func<T, bool>? keep = null)
        where T : InvoiceRecord, new()
    {
        int size = pageSize ?? LargestPage;
        var asked = new JObject(filters.Where(filter => filter.Value is not null)
            .Select(filter => new JProperty(filter.Name, filter.Value)));

        // No order is promised [assumption].
        Listing<T> all = Paging.Distinct<T>(async (number, cancel) =>
        {
            List<T> rows = await FetchAsync(number, cancel).ConfigureAwait(false);
            if (number == 1)
            {
                await ListTransport.CheckAsync(context, operation, size, rows.Count, async () => (await FetchAsync(2, cancel).ConfigureAwait(false)).Count)
                    .ConfigureAwait(false);
            }

            return new Page<T> { Items = rows, HasMore = rows.Count >= size };
        });
        return keep is null ? all : Paging.Where(all, keep);

        Task<List<T>> FetchAsync(int number, CancellationToken cancel)
        {
            var body = new JObject(asked) { ["page"] = number, ["per_page"] = size };
            return context.Api.SendAsync(
                ListTransport.Request(context, operation, body).OfPage(number),
                reader => SimplBooksEnvelope.ReadList(reader, row => finish(SimplBooksEnvelope.Unwrap(row, frame))),
                cancel);
        }
    }

    public static JToken? Number(string? id) => FieldTypes.Id.Write(id);

    public static JToken? Day(DateTime? date, string format) => Text(date?.ToString(format, CultureInfo.InvariantCulture));

    public static JToken? Text(string? text) => text is null ? null : new JValue(text);
}
