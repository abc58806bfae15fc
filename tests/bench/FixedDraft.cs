using System;
using System.Globalization;
using System.Threading;

/// <summary>The answers that the making of drafts at InvoiceXpress needs: one client, one tax, and the draft that was sent.</summary>
public static class FixedDraft
{
    private const string Client = """{"id":1,"name":"Cliente 1, Lda.","code":"C1","language":"pt","email":"cliente1@example.com","country":"Portugal","fiscal_id":"500000000"}""";
    private const string Reference = "\"reference\":\"";

    private static int s_made;

    /// <summary>Status and body of an answer; <c>null</c> for a request that is about something else.</summary>
    public static (string Status, string Body)? AnswerTo(string request)
    {
        if (request.StartsWith("POST /invoices.json", StringComparison.Ordinal))
        {
            int from = request.IndexOf(Reference, StringComparison.Ordinal) + Reference.Length;
            string id = Interlocked.Increment(ref s_made).ToString(CultureInfo.InvariantCulture);
            return ("201 Created", $$$"""{"invoice":{"id":{{{id}}},"status":"draft","archived":false,"type":"Invoice","sequence_number":"draft","tax_exemption":"","date":"02/03/2026","due_date":"01/04/2026","reference":"{{{request[from..request.IndexOf('"', from)]}}}","observations":null,"retention":null,"sum":100.0,"discount":0.0,"before_taxes":100.0,"taxes":23.0,"total":123.0,"currency":"Euro","client":{{{Client}}},"items":[{"name":"S1","description":"Trabalho","unit_price":"50.0","unit":null,"quantity":"2.0","tax":{"id":1,"name":"IVA23","value":23.0},"discount":0.0,"subtotal":100.0,"tax_amount":23.0,"discount_amount":0.0,"total":123.0}]}}""");
        }

        return request.StartsWith("GET /clients/find-by-code.json", StringComparison.Ordinal) ? ("200 OK", $$$"""{"client":{{{Client}}}}""")
            : request.StartsWith("GET /taxes.json", StringComparison.Ordinal) ? ("200 OK", """{"taxes":[{"id":1,"name":"IVA23","value":23.0,"region":"PT","code":"NOR","default_tax":1}]}""")
            : null;
    }
}
