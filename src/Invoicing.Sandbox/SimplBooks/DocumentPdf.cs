using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Pdf;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>A document on paper.</summary>
internal static class DocumentPdf
{
    public static byte[] Write(Resource resource, Record document)
    {
        var isInvoice = resource == Resources.Invoices;
        var title = isInvoice ? document.Flag("proforma") ? "Ettemaksuarve" : "Arve" : "Hinnapakkumine";
        return PdfWriter.Write($"{title} {document.Text("number")}", Lines(document, isInvoice ? "due" : "valid_until"));
    }

    private static IEnumerable<string> Lines(Record document, string until)
    {
        var head = new[]
        {
            $"{Company.Name}, registrikood {Company.RegistryCode}, KMKR {Company.VatNumber}",
            $"IBAN {Company.Iban}",
            "",
            $"Klient: {document.Text("client_name")}, registrikood {document.Text("client_reg_no")}",
            $"Kuupäev: {document.Text("created")}   Tähtaeg: {document.Text(until)}",
            "",
        };
        var rows = document.Rows.Select(row =>
            $"{row.Text("name")}: {Number(row, "amount")} {row.Text("unit")} x {Number(row, "price_per_unit")}, km {Number(row, "vat")}%");
        var currency = document.Text("currency_name");
        var foot = new[]
        {
            "",
            $"Summa: {Number(document, "sum")} {currency}",
            $"Käibemaks: {Number(document, "vat")} {currency}",
            $"Kokku: {Number(document, "total_sum")} {currency}",
            "",
            "Näidis: sellel dokumendil ei ole õiguslikku jõudu.",
        };
        return head.Concat(rows).Concat(foot);
    }

    private static string Number(Record record, string field) => record.Number(field).ToString("0.00##", CultureInfo.InvariantCulture);
}
