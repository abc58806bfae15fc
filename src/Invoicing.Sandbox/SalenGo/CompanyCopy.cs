using System.Linq;
using Invoicing.Sandbox.Core;
using Countries = Invoicing.Sandbox.InvoiceXpress.Countries;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>A company out of the records of another one: taxes, items, clients, invoices, estimates and payments.</summary>
internal sealed class CompanyCopy
{
    private const string Active = "active";

    private readonly Company _company;

    private CompanyCopy(Company company) => _company = company;

    public static void Fill(Company company, CompanyRecords records)
    {
        var copy = new CompanyCopy(company);
        foreach (var tax in records.Taxes)
        {
            copy.Put(Names.Tax, tax, ("name", tax.Text("Name")), ("rate", tax.Number("Rate") ?? 0), ("compound", 0L));
        }

        foreach (var item in records.Items)
        {
            copy.Put(Names.Item, item, ("name", item.Text("Name")), ("description", item.Text("Description")), ("unit_cost", item.Number("UnitPrice") ?? 0), ("quantity", 0m));
        }

        foreach (var client in records.Clients)
        {
            copy.AddClient(client);
        }

        foreach (var document in records.Documents)
        {
            copy.AddDocument(document);
        }

        foreach (var payment in records.Payments.Where(payment => payment.Text("State") != "Canceled"))
        {
            copy.AddPayment(payment);
        }
    }

    private void AddClient(GivenRecord client)
    {
        var person = (client.Text("ContactName") ?? "").Split(new[] { ' ' }, 2);
        Put(
            Names.Client,
            client,
            ("organization", client.Text("Name")),
            ("first_name", person[0].Length > 0 ? person[0] : null),
            ("last_name", person.Length > 1 ? person[1] : null),
            (Names.Email, client.Text("Email")),
            ("work_phone", client.Text("Phone")),
            ("fax", client.Text("Fax")),
            ("notes", client.Text("Notes")),
            ("language", client.Text("Language") ?? Company.Language),
            (Names.CurrencyCode, Company.Currency),
            ("p_street1", client.Text("Address")),
            ("p_city", client.Text("City")),
            ("p_state", client.Text("Region")),
            ("p_code", client.Text("PostalCode")),
            ("p_country", Countries.NameOf(client.Text("Country")) ?? client.Text("Country")),
            ("vat_number", client.Text("TaxNumber")));
    }

    private void AddDocument(GivenRecord source)
    {
        var client = _company.Store(Names.Client).Find(source.Part("Client")?.Id ?? 0);
        var isEstimate = source.Text("Type") == "Quote";
        var record = Put(
            isEstimate ? Names.Estimate : Names.Invoice,
            source,
            (Names.ClientId, source.Part("Client")?.Id ?? 0),
            (Names.Number, source.Text("Number")),
            (Names.Date, source.Date("Date")),
            ("po_number", source.Text("Reference")),
            ("notes", source.Text("Notes")),
            ("discount", source.Number("GlobalDiscount")),
            (Names.CurrencyCode, source.Text("Currency") ?? Company.Currency),
            ("language", Company.Language),
            (Names.StaffId, Company.AdminId),
            (Names.Status, source.Text("State") switch { "Draft" => Names.Draft, "Accepted" => "accepted", _ => Names.Sent }),
            (Names.Lines, source.Parts("Lines").Select(Line).ToList()));
        foreach (var name in Documents.FromClient)
        {
            record[name] = client?[name];
        }

        record["organization"] ??= source.Part("Client")?.Text("Name");
        record[Names.Folder] = source.Flag("Archived") ? "archived" : Active;
    }

    private Record Line(GivenRecord source)
    {
        var line = new Record(_company.NextRowId(), _company.Now);
        Set(
            line,
            ("name", source.Text("Name")),
            ("description", source.Text("Description")),
            ("unit_cost", source.Number("UnitPrice") ?? 0),
            ("quantity", source.Number("Quantity") ?? 0),
            ("tax1_name", source.Text("Tax")),
            ("tax1_percent", source.Number("TaxRate")),
            ("tax2_name", source.Text("SecondTax")),
            ("tax2_percent", source.Number("SecondTaxRate")),
            ("type", "Item"));
        return line;
    }

    private void AddPayment(GivenRecord source)
    {
        var invoice = _company.Store(Names.Invoice).Find(source.IdOf("InvoiceId"));
        Put(
            Names.Payment,
            source,
            (Names.InvoiceId, invoice?.Id ?? 0L),
            (Names.ClientId, invoice?.Whole(Names.ClientId) ?? source.Part("Client")?.Id ?? 0),
            (Names.Date, source.Date("Date")),
            (Names.Amount, source.Number("Amount") ?? 0),
            (Names.CurrencyCode, source.Text("Currency") ?? Company.Currency),
            ("type", source.Text("MethodName") ?? "Check"),
            ("notes", source.Text("Notes")),
            (Names.IsCredit, invoice is null ? 1L : null));
    }

    private Record Put(string resource, GivenRecord source, params (string Field, object? Value)[] values)
    {
        var record = new Record(source.Id, source.Date("Date") ?? _company.Now.Date);
        Set(record, values);
        record[Names.Folder] = Active;
        record[Names.Updated] = record.CreatedAt;
        _company.Store(resource).Put(record);
        return record;
    }

    private static void Set(Record record, params (string Field, object? Value)[] values)
    {
        foreach (var (field, value) in values)
        {
            record[field] = value;
        }
    }
}
