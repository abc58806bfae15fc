using System.Linq;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>
/// A company out of the records of another one: its account, clients and invoices. Payments are not among them: the provider does not tell them, and an
/// invoice is paid or not.
/// </summary>
internal static class CompanyCopy
{
    /// <summary>Fields of clients and account, and the properties that they come from.</summary>
    private static readonly (string Field, string Property)[] Party =
    {
        ("name", "Name"), ("cif", "TaxNumber"), ("street1", "Address"), ("city", "City"), ("province", "Region"), ("postal_code", "PostalCode"),
        ("country_code", "Country"),
    };

    public static Book Make(SandboxHost host, Shapes shapes)
    {
        var book = new Book(Account(host.Copy.Account));
        var drafts = new Drafts(book, shapes);
        foreach (var source in host.Copy.Clients)
        {
            var client = Filled(Resource.Client, source);
            client["email"] = source.Text("Email");
            client["phone"] = source.Text("Phone");
            client["notes"] = source.Text("Notes");
            client["created_at"] = client["updated_at"] = host.Options.Now();
            book.PutClient(client);
        }

        foreach (var source in host.Copy.Documents)
        {
            AddInvoice(book, drafts, shapes, source);
        }

        return book;
    }

    private static Record Account(GivenRecord? source)
    {
        var account = source is null ? new Record(Resource.Account) : Filled(Resource.Account, source);
        account["name"] ??= "Empresa de ensayo";
        account["cif"] ??= "B00000018";
        account["country_code"] ??= "ES";
        account["iva_percent"] = source?.Number("TaxRate");
        account["irpf_percent"] = source?.Number("Withholding");
        account["charges_irpf"] = source?.Number("Withholding") > 0;
        return account;
    }

    private static void AddInvoice(Book book, Drafts drafts, Shapes shapes, GivenRecord source)
    {
        var client = source.Part("Client");
        if (client is null || source.Date("Date") is not { } date)
        {
            return;
        }

        var invoice = drafts.Fresh(date);
        invoice.Id = source.Id;
        invoice["number"] = source.Text("Number");
        invoice["due_date"] = source.Date("DueDate");
        invoice["discount_percent"] = source.Number("GlobalDiscount");
        invoice["iva_percent"] = source.Number("TaxRate");
        invoice["irpf_percent"] = source.Number("Withholding");
        invoice["recargo_percent"] = source.Number("Surcharge");
        invoice["notes"] = source.Text("Notes");
        invoice["lines"] = source.Parts("Lines").Select(line => new Record(Resource.Line)
        {
            ["description"] = line.Text("Description") ?? line.Text("Name"),
            ["amount"] = line.Number("Quantity") ?? 1,
            ["price"] = line.Number("UnitPrice") ?? 0,
            ["iva_percent"] = shapes.LineTaxes ? line.Number("TaxRate") : null,
        }).ToList();
        drafts.Address(invoice, book.Clients.All.FirstOrDefault(known => known.Id == client.Id) ?? Filled(Resource.Client, client));
        InvoiceMath.Compute(invoice, shapes.LineTaxes);
        invoice["paid"] = source.Text("State") == "Settled";
        book.PutInvoice(invoice);
    }

    private static Record Filled(Resource resource, GivenRecord source)
    {
        var record = new Record(resource) { Id = source.Id };
        foreach (var (field, property) in Party)
        {
            record[field] = source.Text(property);
        }

        return record;
    }
}
