using System.Globalization;
using Invoicing.Engine.Fields;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// A change replaces the whole draft (docs/facts/invoicexpress.md#updates), and answers do not repeat all that was sent: what can be known
/// of the rest goes along.
/// </summary>
internal static class Replacement
{
    private const string ForeignCurrency = "multicurrency";

    /// <summary>Gives a document that was made what its answer left out, so that it can be changed as it is.</summary>
    public static void Keep(Invoice made, Invoice sent)
    {
        made.CorrectedInvoiceId ??= sent.CorrectedInvoiceId;
        made.LoadedAt ??= sent.LoadedAt;
        made.LoadSite ??= sent.LoadSite;
        made.DeliverySite ??= sent.DeliverySite;
        made.LinkRelated ??= sent.LinkRelated;
        made.RequestMultibanco ??= sent.RequestMultibanco;
        made.ExchangeRate ??= sent.ExchangeRate;
    }

    /// <summary>The foreign currency of an answer, and its rate.</summary>
    public static (string Code, decimal? Rate)? ForeignOf(Invoice invoice) =>
        invoice.HasExtra && invoice.Extra.TryGetValue(ForeignCurrency, out object? value) && Plain.ToToken(value) is JObject foreign && (string?)foreign["currency"] is { Length: > 0 } code
            ? (code, decimal.TryParse((string?)foreign["rate"], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal rate) ? rate : null)
            : null;

    /// <summary>
    /// The document that is sent in place of the draft. Answers have the foreign currency beside the document's own one
    /// (docs/facts/invoicexpress.md#documents, official (old)), and in place of the wish for a payment reference the reference itself.
    /// </summary>
    public static JObject Content(Invoice invoice)
    {
        JObject content = InvoiceXpressMaps.Document.Write(invoice);
        if (content["currency_code"] is null && invoice.Extra.TryGetValue(ForeignCurrency, out object? value) && Plain.ToToken(value) is JObject foreign)
        {
            content["currency_code"] = foreign["currency"];
            content["rate"] ??= (string?)foreign["rate"];
        }

        if (invoice.Multibanco is not null)
        {
            content["mb_reference"] ??= "1";
        }

        return content;
    }
}
