using System;
using System.Globalization;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// Files that the provider makes in its own time (docs/facts/invoicexpress.md#pdf, #saf-t): the same request is sent until it is answered
/// with a link instead of 202.
/// </summary>
internal sealed class Exports(ConnectorContext context) : IPdfExporter, IQrCodeExporter, ISaftExporter
{
    public ProviderOperation StartPdf(Invoice invoice, bool secondCopy) => Start(
        $"PDF of {invoice}",
        FileKind.Pdf,
        () => InvoiceXpressEndpoints.GetPdf.Request(null, invoice.Id ?? "").With("second_copy", secondCopy ? "true" : null));

    public ProviderOperation StartQrCode(Invoice invoice) => Start(
        $"QR code of {invoice}", FileKind.Png, () => InvoiceXpressEndpoints.GetQrCode.Request(null, invoice.Id ?? ""));

    /// <summary>The documentation says year, its own examples and the tools that are in use say years: both are sent.</summary>
    public ProviderOperation StartSaft(int year, int month)
    {
        string text = year.ToString(CultureInfo.InvariantCulture);
        return Start(
            FormattableString.Invariant($"SAF-T {year:0000}-{month:00}"),
            FileKind.Saft,
            () => InvoiceXpressEndpoints.ExportSaft.Request()
                .With("month", month.ToString(CultureInfo.InvariantCulture))
                .With("year", text)
                .With("years", text));
    }

    private ProviderOperation Start(string name, FileKind kind, Func<ApiRequest> request) =>
        new(name, context.Api, kind, (api, cancel) => AskAsync(name, api, request(), cancel));

    /// <summary>
    /// 500 says that the generation failed (docs/facts/invoicexpress.md#saf-t, official). To ask again would start another one, and so on
    /// for ever.
    /// </summary>
    private static async Task<PollAnswer> AskAsync(string name, ApiClient api, ApiRequest request, CancellationToken cancel)
    {
        request.LastWord = HttpStatusCode.InternalServerError;
        try
        {
            return await api.SendAsync(request, ReadAsync, cancel).ConfigureAwait(false);
        }
        catch (ProviderException fault) when (fault.StatusCode == request.LastWord)
        {
            throw fault.Reworded(ErrorKind.OperationFailed, $"{name} failed at the provider. {fault.Message}");
        }
    }

    private static async Task<PollAnswer> ReadAsync(ApiResponse answer, CancellationToken cancel) => answer.Status == HttpStatusCode.Accepted
        ? new PollAnswer { RetryAfter = answer.RetryAfter }
        : new PollAnswer { Download = await answer.ReadJsonAsync(ReadLink, cancel).ConfigureAwait(false) };

    /// <summary>The link is "Url" or "url", or "pdfUrl" one level down; nothing else in these answers is an address.</summary>
    private static Uri ReadLink(JsonReader reader)
    {
        if (WireJson.ReadToken(reader) is JContainer root)
        {
            foreach (JToken token in root.DescendantsAndSelf())
            {
                if (token is JProperty { Value.Type: JTokenType.String } property
                    && property.Name.EndsWith("url", StringComparison.OrdinalIgnoreCase)
                    && Uri.TryCreate((string?)property.Value, UriKind.Absolute, out Uri? link))
                {
                    return link;
                }
            }
        }

        throw new JsonReaderException("The answer holds no link to the file.");
    }
}
