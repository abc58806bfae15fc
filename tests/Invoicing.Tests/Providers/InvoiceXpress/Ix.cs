using System;
using System.Globalization;
using System.Linq;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.Connectors;

/// <summary>Answers as docs/facts/invoicexpress.md describes them, with invented values.</summary>
internal static class Ix
{
    public const string Taxes =
        "{\"taxes\":[{\"id\":1,\"name\":\"IVA23\",\"value\":23.0,\"region\":\"PT\",\"code\":\"NOR\",\"default_tax\":1},"
        + "{\"id\":2,\"name\":\"IVA6\",\"value\":6.0,\"region\":\"PT\",\"code\":\"RED\",\"default_tax\":0},"
        + "{\"id\":3,\"name\":\"Azores 16\",\"value\":\"16.0\",\"region\":\"PT-AC\"},"
        + "{\"id\":4,\"name\":\"Madeira 16\",\"value\":16,\"region\":null},"
        + "{\"id\":5,\"name\":\"Continente 16\",\"value\":16,\"region\":\"PT\"},"
        + "{\"id\":6,\"name\":\"Isento\",\"value\":0.0,\"region\":\"PT\",\"code\":\"ISE\"}]}";

    public const string Client =
        "{\"client\":{\"id\":8812,\"name\":\"Padaria Exemplo\",\"code\":\"PE-01\",\"language\":\"pt\",\"email\":\"conta@example.pt\","
        + "\"address\":\"Rua do Forno 3\",\"city\":\"Braga\",\"postal_code\":\"4700-000\",\"country\":\"UK\",\"fiscal_id\":\"599999993\","
        + "\"website\":null,\"phone\":null,\"fax\":null,\"preferred_contact\":{\"name\":\"Rita\",\"mobile\":null},\"observations\":\"\","
        + "\"send_options\":\"1\",\"payment_days\":30,\"tax_exemption_code\":\"M00\","
        + "\"open_account_link\":\"https://example.com/o/1\",\"loyalty\":{\"points\":7}}}";

    /// <summary>A document whose one line costs 10 and is taxed with 23 %.</summary>
    public static string Document(
        string root = "invoice",
        string type = "Invoice",
        string status = "draft",
        int id = 71,
        string? reference = null,
        decimal total = 12.3m,
        string date = "10/03/2026",
        string client = "Padaria Exemplo") =>
        new JObject
        {
            [root] = new JObject
            {
                ["id"] = id,
                ["status"] = status,
                ["archived"] = false,
                ["type"] = type,
                ["sequence_number"] = status == "draft" ? "rascunho" : "14/2026",
                ["inverted_sequence_number"] = status == "draft" ? null : "2026/14",
                ["atcud"] = status == "draft" ? null : "JF7K9Q2H-14",
                ["tax_exemption"] = "",
                ["date"] = date,
                ["due_date"] = date,
                ["reference"] = reference,
                ["retention"] = null,
                ["total"] = total,
                ["currency"] = "Euro",
                ["client"] = new JObject { ["id"] = 8812, ["name"] = client },
                ["items"] = new JArray(new JObject
                {
                    ["name"] = "SRV",
                    ["unit_price"] = "10.0",
                    ["quantity"] = "1.0",
                    ["tax"] = new JObject { ["id"] = 1, ["name"] = "IVA23", ["value"] = 23.0m },
                }),
            },
        }.ToString();

    /// <summary>A page of documents, each as <see cref="Document"/> makes it.</summary>
    public static string Page(string root, params string[] documents) => new JObject
    {
        [root] = new JArray(documents.Select(text => JObject.Parse(text).Properties().First().Value)),
        ["pagination"] = new JObject { ["total_entries"] = documents.Length, ["per_page"] = 30, ["current_page"] = 1, ["total_pages"] = 1 },
    }.ToString();

    /// <summary>A page of clients.</summary>
    public static string Clients(int page, int pages, params string[] names) =>
        $"{{\"clients\":[{string.Join(",", names.Select(name => $"{{\"name\":\"{name}\"}}"))}],"
        + string.Create(
            CultureInfo.InvariantCulture,
            $"\"pagination\":{{\"total_entries\":99,\"per_page\":30,\"current_page\":{page},\"total_pages\":{pages}}}}}");

    /// <summary>An invoice that passes every rule.</summary>
    public static Invoice Invoice(string? reference = "ENC-1", InvoiceType type = InvoiceType.Invoice) => new()
    {
        Type = type,
        Reference = reference,
        Date = new DateTime(2026, 3, 10),
        Client = new Client { Name = "Padaria Exemplo", Code = "PE-01" },
        Lines = [new InvoiceLine { Name = "SRV", Quantity = 1, UnitPrice = 10, Tax = "IVA23" }],
    };

    /// <summary>A document of any type that may be sent: with what its type needs, and what is told of no document that is read.</summary>
    public static Invoice Of(InvoiceType type, bool isNew = false)
    {
        Invoice invoice = Invoice(type: type);
        invoice.Id = isNew ? null : "71";
        if (type is InvoiceType.CreditNote or InvoiceType.DebitNote or InvoiceType.VatMossCreditNote)
        {
            invoice.CorrectedInvoiceId = "70";
        }
        else if (type is InvoiceType.Shipping or InvoiceType.Transport or InvoiceType.Devolution)
        {
            invoice.LoadedAt = new DateTime(2026, 3, 11, 9, 5, 0);
            invoice.AddressFrom = new PostalAddress { Street = "Rua do Forno 3", City = "Braga", PostalCode = "4700-000", Country = "PT" };
            invoice.AddressTo = new PostalAddress { Street = "High Street 1", City = "Leeds", PostalCode = "LS1 0AA", Country = "GB" };
        }

        return invoice;
    }

    /// <summary>The taxes for who asks for them; for all else what is given.</summary>
    public static ScriptedServer WithTaxes(this ScriptedServer server, Func<Call, Answer> otherwise) =>
        server.Otherwise(call => call.Path == "/taxes.json" ? Answer.Json(Taxes) : otherwise(call));
}
