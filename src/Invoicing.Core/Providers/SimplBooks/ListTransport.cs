using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// The way in which filters and pages of lists travel. Documented is the body of a GET [official], which .NET Framework cannot send; a form by POST was
/// seen to work [seen]. The other two are nobody's word, and there to be tried (docs/facts/simplbooks.md#filters-of-lists).
/// </summary>
internal static class ListTransport
{
    private const string GetBody = nameof(GetBody);
    private const string PostForm = nameof(PostForm);
    private const string PostJson = nameof(PostJson);
    private const string Query = nameof(Query);

    /// <summary>The rows of a page of which no size is asked for (docs/facts/simplbooks.md#lists, official).</summary>
    private const int DefaultPage = 10;

    public static readonly ProviderSetting Choice = new(
        nameof(ListTransport),
        DefaultFor(RuntimeTraits.Current),
        "How the filters of lists are sent. GetBody is the documented way, PostForm the one that Windows PowerShell can go.",
        GetBody,
        PostForm,
        PostJson,
        Query);

    public static string DefaultFor(RuntimeTraits runtime) => runtime.SendsBodyWithGet ? GetBody : PostForm;

    public static ApiRequest Request(ConnectorContext context, Endpoint list, JObject filters)
    {
        switch (context.Session.Setting(nameof(ListTransport)))
        {
            case PostForm:
                ApiRequest form = Post(list, filters);
                form.Headers.Add(new KeyValuePair<string, string>(BodyFormat.Header, BodyFormat.Form));
                return form;
            case PostJson:
                return Post(list, filters);
            case Query:
                ApiRequest query = list.Request();
                query.Query.AddRange(BodyFormat.Brackets.Of(filters));
                return query;
            case GetBody when !context.Api.Endpoint.Runtime.SendsBodyWithGet:
                throw new InvoicingException(ErrorKind.NotSupported, $"{list} was not sent: .NET Framework cannot send a body with GET.")
                {
                    Advice = $"Connect again with -Setting @{{ {nameof(ListTransport)} = '{PostForm}' }}, or run it in PowerShell 7.",
                };
            default:
                return list.Request(filters);
        }
    }

    /// <summary>
    /// Refuses a list of which the provider did not read the page: it would be cut at the default size, and without its filters
    /// (docs/facts/simplbooks.md#filters-of-lists). What has as many rows as the default may be whole, so the next page is asked for, once a
    /// session: where nothing is cut, there is none.
    /// </summary>
    /// <param name="context">The session.</param>
    /// <param name="operation">The list.</param>
    /// <param name="size">The rows that were asked for.</param>
    /// <param name="count">The rows that came.</param>
    /// <param name="countNext">Counts the rows of the next page.</param>
    /// <exception cref="InvoicingException">The page did not reach the provider.</exception>
    public static async Task CheckAsync(ConnectorContext context, Endpoint operation, int size, int count, Func<Task<int>> countNext)
    {
        PagesSeen seen = context.Session.Cache.Notes<PagesSeen>();
        if (seen.PagesAreRead)
        {
            return;
        }

        if (count > size || (count == DefaultPage && size != DefaultPage && await countNext().ConfigureAwait(false) > 0))
        {
            string chosen = context.Session.Setting(nameof(ListTransport));
            throw new InvoicingException(
                ErrorKind.UnexpectedAnswer,
                FormattableString.Invariant($"{operation}: {size} rows a page were asked for and {count} came, with more behind them. SimplBooks did not read page and filters, which were sent by {chosen}."))
            {
                Advice = $"Connect again with another -Setting @{{ {nameof(ListTransport)} = ... }}: {string.Join(", ", Choice.Values.Where(value => value != chosen))}.",
            };
        }

        seen.PagesAreRead = count >= DefaultPage && size != DefaultPage;
    }

    private static ApiRequest Post(Endpoint list, JObject filters) =>
        new(HttpMethod.Post, list.Path) { Body = filters, Repeatable = list.Repeatable };

    /// <summary>Evidence of a session that pages reach the provider.</summary>
    private sealed class PagesSeen
    {
        public volatile bool PagesAreRead;
    }
}
