using System;
using System.Linq;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Saft;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>
/// A company out of the records of another one: taxes, series with their last numbers, clients, items, documents and receipts. The provider does not
/// tell a key its account, so the account is the invented one.
/// </summary>
internal static class CompanyCopy
{
    public static Company Make(SandboxHost host, SaftSigner signer, InvoiceXpressSettings settings)
    {
        var company = new Company(host, signer, settings, CompanySeed.Account(host));
        var copy = host.Copy;
        foreach (var tax in copy.Taxes)
        {
            var made = company.Taxes.Put(new TaxRecord(tax.Id, tax.Text("Name") ?? "", tax.Number("Rate") ?? 0, tax.Text("Region"), tax.Text("Code")));
            if (tax.Flag("IsDefault"))
            {
                company.Taxes.MakeDefault(made);
            }
        }

        foreach (var series in copy.Series)
        {
            AddSeries(company, series);
        }

        foreach (var client in copy.Clients)
        {
            company.Clients.Put(Client(client));
        }

        foreach (var item in copy.Items.Where(item => item.Text("Name") is { } name && company.Items.ByName(name) is null))
        {
            company.Items.Put(new ItemRecord
            {
                Id = item.Id,
                Name = item.Text("Name")!,
                Description = item.Text("Description") ?? "",
                UnitPrice = item.Number("UnitPrice") ?? 0,
                Unit = item.Text("Unit"),
                Tax = Tax(company, item),
            });
        }

        new DocumentCopy(company).Run(copy);
        return company;
    }

    /// <summary>The tax of a line or an item; one that the account no longer has is known to it alone.</summary>
    public static TaxRecord Tax(Company company, GivenRecord source)
    {
        var rate = source.Number("TaxRate") ?? 0;
        var found = company.Taxes.All.FirstOrDefault(tax => tax.Name == source.Text("Tax") && tax.Value == rate)
            ?? company.Taxes.ById(source.IdOf("TaxId"));
        return found != null && found.Value == rate ? found : new TaxRecord(source.IdOf("TaxId"), source.Text("Tax") ?? "", rate, "PT", rate == 0 ? "ISE" : "OUT");
    }

    public static ClientRecord Client(GivenRecord client) => new()
    {
        Id = client.Id,
        Name = client.Text("Name") ?? "",
        Code = client.Text("Code"),
        Email = client.Text("Email"),
        Address = client.Text("Address"),
        City = client.Text("City"),
        PostalCode = client.Text("PostalCode"),
        Country = Countries.NameOf(client.Text("Country")),
        FiscalId = client.Text("TaxNumber"),
        Website = client.Text("Website"),
        Phone = client.Text("Phone"),
        Fax = client.Text("Fax"),
        Observations = client.Text("Notes"),
        Language = client.Text("Language"),
        SendOptions = client.Text("CopyCount"),
        PaymentDays = client.Text("PaymentDays"),
        TaxExemptionCode = client.Text("TaxExemption"),
    };

    private static void AddSeries(Company company, GivenRecord source)
    {
        var given = source.Parts("Counters").ToDictionary(counter => counter.Text("Type") ?? "", counter => counter);
        var spare = 1 + Math.Max(source.Id, given.Values.Select(counter => counter.Id).DefaultIfEmpty().Max());
        var series = company.Sequences.Put(new SeriesRecord(
            source.Text("Name") ?? "",
            (kind, place) => given.TryGetValue(kind.Type, out var counter) && counter.Id > 0 ? counter.Id : spare + place));
        foreach (var counter in series.Counters)
        {
            if (given.TryGetValue(counter.Kind.Type, out var known))
            {
                counter.Current = (int)(known.Number("Number") ?? 0);
                counter.ValidationCode = known.Text("ValidationCode") is { Length: > 3 } code ? code : null;
            }
        }

        if (source.Flag("IsDefault"))
        {
            company.Sequences.Default = series;
        }
    }
}
