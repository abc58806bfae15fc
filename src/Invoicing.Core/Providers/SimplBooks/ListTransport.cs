using System.Collections.Generic;
using System.Net.Http;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// How filters and pages of lists travel. Documented is the body of a GET [official], which .NET Framework cannot send; a form by POST was
/// seen to work [seen]. The other two are nobody's word, and there to be tried (docs/facts/simplbooks.md#filters-of-lists).
/// </summary>
internal static class ListTransport
{
    private const string GetBody = nameof(GetBody);
    private const string PostForm = nameof(PostForm);
    private const string PostJson = nameof(PostJson);
    private const string Query = nameof(Query);

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
                query.Query.AddRange(BracketKeys.Of(filters));
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

    private static ApiRequest Post(Endpoint list, JObject filters) =>
        new(HttpMethod.Post, list.Path) { Body = filters, Repeatable = list.Repeatable };
}
