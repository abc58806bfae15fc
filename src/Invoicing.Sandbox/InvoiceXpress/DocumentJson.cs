using System.Collections.Generic;
using System.Globalization;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Writes documents in the two forms in which they come.</summary>
internal sealed class DocumentJson
{
    private const string WebApp = "https://www.app.invoicexpress.example/documents/";

    /// <summary>The forms of <c>loaded_at</c> that others saw.</summary>
    private static readonly Dictionary<LoadedAtForm, string> LoadedAtForms = new()
    {
        [LoadedAtForm.Date] = "dd/MM/yyyy",
        [LoadedAtForm.Moment] = "dd/MM/yyyy HH:mm:ss",
        [LoadedAtForm.Iso] = "yyyy-MM-dd'T'HH:mm:ss",
    };

    private readonly InvoiceXpressSettings _settings;

    public DocumentJson(InvoiceXpressSettings settings) => _settings = settings;

    /// <summary>As a row of a list and as the answer to a create: price and quantity are text, the series id is a number.</summary>
    public void WriteRow(JsonWriter json, DocumentRecord document) => Write(json, document, asRow: true);

    /// <summary>As a single document: the series id is text [official], and so are price and quantity most likely [seen].</summary>
    public void WriteSingle(JsonWriter json, DocumentRecord document) => Write(json, document, asRow: false);

    private void Write(JsonWriter json, DocumentRecord document, bool asRow)
    {
        json.WriteStartObject();
        json.Field("id", document.Id);
        json.Field("status", document.Status);
        json.Field("archived", document.IsArchived);
        json.Field("type", document.Kind.Type);
        WriteNumber(json, document, asRow);
        json.Field("tax_exemption", document.TaxExemption ?? "");
        json.Field("date", Wire.Date(document.Date));
        json.Field("due_date", Wire.Date(document.DueDate));
        json.Field("reference", document.Reference);
        json.Field("observations", document.Observations);
        json.Field("retention", document.Retention);
        json.Field("permalink", WebApp + Mixer.Hex(24, document.Id));
        json.FieldIfAny("saft_hash", DocumentIssue.PrintedHash(document));
        json.FieldIfAny("cancel_reason", document.CancelReason);
        WriteTotals(json, document);
        json.Object("client", client => WriteClient(client, document.Client));
        json.Array("items", document.Lines, (w, line) => WriteLine(w, line, asRow || _settings.SingleReads == NumberForm.Text));
        if (document.Kind.Family == DocumentFamily.Guide)
        {
            WriteGuide(json, document);
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(JsonWriter json, DocumentRecord document, bool asRow)
    {
        // Drafts carry the Portuguese word for one, and leave the rest out. [seen]
        json.Field("sequence_number", document.IsIssued ? $"{document.Number}/{document.Sequence!.Series.Name}" : "rascunho");
        if (document.IsIssued)
        {
            json.Field("inverted_sequence_number", document.SeriesAndNumber);
            json.Field("atcud", document.Atcud);
        }

        if (document.Sequence is null)
        {
            return;
        }

        if (asRow)
        {
            json.Field("sequence_id", document.Sequence.Id);
        }
        else
        {
            json.Field("sequence_id", document.Sequence.Id.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WriteTotals(JsonWriter json, DocumentRecord document)
    {
        var totals = document.Totals;
        json.Field("sum", totals.Sum);
        json.Field("discount", totals.Discount);
        json.Field("before_taxes", totals.BeforeTaxes);
        json.Field("taxes", totals.Taxes);
        json.Field("total", totals.Total);

        // A name, not a code. [official]
        json.Field("currency", "Euro");
        if (document.CurrencyCode is not (null or Currencies.Euro))
        {
            json.Object("multicurrency", multi =>
            {
                multi.Field("rate", Wire.NumberText(document.Rate));
                multi.Field("currency", document.CurrencyCode);
                multi.Field("total", DocumentTotals.Round(totals.Total * document.Rate));
            });
        }

        if (document.GlobalDiscount is { } discount)
        {
            json.Object("global_discount", global =>
            {
                global.Field("value_type", discount.ValueType);
                global.Field("value", discount.Value);
            });
        }
    }

    private static void WriteClient(JsonWriter json, ClientRecord client)
    {
        // No tax number here: it is read from the client. [official]
        json.Field("id", client.Id);
        json.Field("name", client.Name);
        json.FieldIfAny("code", client.Code);
        json.FieldIfAny("country", client.Country);
        json.FieldIfAny("email", client.Email);
    }

    private void WriteLine(JsonWriter json, LineRecord line, bool isText)
    {
        json.WriteStartObject();
        json.Field("name", line.Name);
        json.Field("description", line.Description);
        WriteNumber(json, "unit_price", line.UnitPrice, isText);
        json.Field("unit", line.Unit);
        WriteNumber(json, "quantity", line.Quantity, isText);
        json.Object("tax", tax =>
        {
            tax.Field("id", line.Tax.Id);
            if (_settings.TaxesByIdAlone)
            {
                tax.Field("name", null);
                tax.Field("value", null);
            }
            else
            {
                tax.Field("name", line.Tax.Name);
                tax.Field("value", line.Tax.Value);
            }

            if (_settings.UnknownFields)
            {
                tax.Field("region", line.Tax.Region);
                tax.Field("comment", $"comment on {line.Tax.Name}");
            }
        });
        json.Field("discount", line.Discount);
        json.Field("subtotal", line.Subtotal);
        json.Field("tax_amount", line.TaxAmount);
        json.Field("discount_amount", line.DiscountAmount);
        json.Field("total", line.Total);
        json.WriteEndObject();
    }

    private static void WriteNumber(JsonWriter json, string name, decimal number, bool asText)
    {
        if (asText)
        {
            json.Field(name, Wire.NumberText(number));
        }
        else
        {
            json.Field(name, number);
        }
    }

    private void WriteGuide(JsonWriter json, DocumentRecord guide)
    {
        WritePlace(json, "address_from", guide.AddressFrom!);
        WritePlace(json, "address_to", guide.AddressTo!);
        json.Field("license_plate", guide.LicensePlate);
        json.Field("at_doc_code_id", guide.ShownTransportCode);
        if (_settings.LoadedAt != LoadedAtForm.Absent && guide.LoadedAt is { } loaded)
        {
            json.Field("loaded_at", loaded.ToString(LoadedAtForms[_settings.LoadedAt], CultureInfo.InvariantCulture));
        }
    }

    private void WritePlace(JsonWriter json, string name, PlaceRecord place) =>
        json.Object(name, w =>
        {
            w.Field("detail", place.Detail);
            w.Field("city", place.City);
            w.Field("postal_code", place.PostalCode);
            w.Field("country", place.Country);
            if (_settings.UnknownFields)
            {
                w.Field("floor", "2");
            }
        });
}
