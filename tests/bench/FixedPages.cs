using System;
using System.Globalization;
using System.Linq;
using System.Text;

/// <summary>Answers of a provider's list of clients, written out before the first request: the server only hands bytes on.</summary>
public sealed class FixedPages
{
    /// <summary>Rows of their own; longer lists repeat them, so that 300,000 rows need no memory of their own.</summary>
    private const int MostRows = 40_000;

    private readonly byte[][] _rows;
    private readonly byte[][] _begins;
    private readonly byte[][] _ends;

    public FixedPages(string kind, int pages, int rowsPerPage)
    {
        Count = pages;
        _rows = [.. Enumerable.Range(0, Math.Min(pages, MostRows / rowsPerPage)).Select(page => Bytes(string.Join(",", Enumerable.Range(page * rowsPerPage, rowsPerPage).Select(row => Row(kind, row)))))];
        (string Begin, string End)[] frames = [.. Enumerable.Range(1, pages).Select(page => Frame(kind, page, pages, pages * rowsPerPage))];
        _begins = [.. frames.Select(frame => Bytes(frame.Begin))];
        _ends = [.. frames.Select(frame => Bytes(frame.End))];
        Empty = kind == "FACTURAgem" ? [Bytes("[]")] : [Bytes(Frame(kind, pages + 1, pages, pages * rowsPerPage).Begin), Bytes(Frame(kind, pages + 1, pages, pages * rowsPerPage).End)];
    }

    public int Count { get; }

    private byte[][] Empty { get; }

    /// <summary>The parts of a page, counted from 1; a list without rows behind the last.</summary>
    public byte[][] Page(int number) => number < 1 || number > Count ? Empty : [_begins[number - 1], _rows[(number - 1) % _rows.Length], _ends[number - 1]];

    /// <summary>The number of the page that a request asks for, in its address or its body; 0 without one.</summary>
    public static int NumberIn(string request) => Math.Max(NumberAfter(request, "page="), NumberAfter(request, "\"page\":"));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>What is before and behind the rows.</summary>
    private static (string Begin, string End) Frame(string kind, int page, int pages, int total) => kind switch
    {
        "InvoiceXpress" => ("{\"clients\":[", FormattableString.Invariant($"],\"pagination\":{{\"total_entries\":{total},\"current_page\":{page},\"total_pages\":{pages},\"per_page\":30}}}}")),
        "SimplBooks" => ("{\"status\":200,\"duration\":0.01,\"data\":[", "]}"),
        "FACTURAgem" => ("[", "]"),
        "SalenGo" => (FormattableString.Invariant($"{{\"response\":{{\"status\":\"ok\",\"clients\":{{\"page\":{page},\"per_page\":100,\"pages\":{pages},\"total\":{total},\"client\":["), "]}}}"),
        _ => throw new ArgumentException($"There are no pages of {kind}."),
    };

    private static string Row(string kind, int row)
    {
        string number = (row + 1).ToString(CultureInfo.InvariantCulture);
        string city = new[] { "Lisboa", "Porto", "Braga", "Évora", "Faro" }[row % 5];
        return kind switch
        {
            "InvoiceXpress" => $$$"""{"id":{{{number}}},"name":"Cliente {{{number}}}, Lda.","code":"C{{{number}}}","email":"cliente{{{number}}}@example.com","language":"pt","address":"Rua do Exemplo {{{number}}}","city":"{{{city}}}","postal_code":"1000-{{{row % 900 + 100}}}","fiscal_id":"5{{{(row % 100_000_000).ToString("00000000", CultureInfo.InvariantCulture)}}}","website":"","country":"Portugal","phone":"21{{{(row % 10_000_000).ToString("0000000", CultureInfo.InvariantCulture)}}}","fax":"","preferred_contact":{"name":"Ana {{{number}}}","email":"ana{{{number}}}@example.com","phone":""},"observations":"","send_options":"1","payment_days":30,"tax_exemption_code":"M00","open_account_link":"https://www.example.com/conta/{{{number}}}"}""",
            "SimplBooks" => $$$"""{"Client":{"id":"{{{number}}}","name":"Klient {{{number}}} OÜ","reg_no":"1{{{number}}}","vat_no":"EE{{{number}}}","address_street":"Näidise {{{number}}}","address_city":"Tallinn","address_postal_code":"10111","address_county":"Harjumaa","address_country":"EE","webpage":"","e_mail":"klient{{{number}}}@example.com","phone":"5{{{number}}}","fax":"","account_no":"","bank":"","edi_identifier":""}}""",
            "FACTURAgem" => $$$"""{"client":{"id":{{{number}}},"name":"Cliente {{{number}}}, S.L.","cif":"B{{{number}}}","street1":"Calle del Ejemplo {{{number}}}","city":"Madrid","province":"Madrid","postal_code":"28001","country_code":"ES","email":"cliente{{{number}}}@example.com","phone":"91{{{number}}}","created_at":"2026-01-01T10:00:00Z","links":[{"rel":"self","uri":"https://www.example.com/api/v1/accounts/1/clients/{{{number}}}.json"}]}}""",
            _ => $$$"""{"client_id":{{{number}}},"organization":"Cliente {{{number}}}, S.L.","first_name":"Ana","last_name":"Pérez {{{number}}}","vat_number":"B{{{number}}}","email":"cliente{{{number}}}@example.com","work_phone":"91{{{number}}}","fax":"","p_street1":"Calle del Ejemplo {{{number}}}","p_city":"Madrid","p_state":"Madrid","p_code":"28001","p_country":"Spain","language":"es","notes":"","folder":"active"}""",
        };
    }

    /// <summary>The number behind a word that is a name of its own; 0 without one.</summary>
    private static int NumberAfter(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (text[at - 1] is not ('?' or '&' or '{' or ',' or ' '))
            {
                continue;
            }

            int number = 0;
            for (int i = at + word.Length; i < text.Length && char.IsAsciiDigit(text[i]); i++)
            {
                number = (10 * number) + text[i] - '0';
            }

            return number;
        }

        return 0;
    }
}
