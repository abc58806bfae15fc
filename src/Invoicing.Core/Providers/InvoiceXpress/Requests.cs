using System.Globalization;
using Invoicing.Http;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Parts that requests share.</summary>
internal static class Requests
{
    /// <summary>See docs/facts/invoicexpress.md#paging, official. Sizes other than 10, 20 and 30 work too, as others have seen.</summary>
    public static ApiRequest WithPage(this ApiRequest request, int number, ListQuery query) => request
        .With("page", number.ToString(CultureInfo.InvariantCulture))
        .With("per_page", (query.PageSize ?? PageSize).ToString(CultureInfo.InvariantCulture))
        .OfPage(number);

    public const int PageSize = 30;
}
