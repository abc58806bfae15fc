using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Xunit;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>The same story in every shape that the provider may have, since none of them is documented.</summary>
public class StoryTests
{
    public static TheoryData<string, string> Shapes()
    {
        string[] shapes =
        [
            "",
            "Answers=Bare",
            "Lists=Rooted",
            "Lists=Linked; Answers=Bare",
            "Bodies=Flat",
            "Bodies=Flat; Answers=Bare; Allowed=Plain",
            "Bodies=Flat; Allowed=Message",
            "Payment=Invoice",
            "Payment=Invoice; Answers=Bare",
            "Account=List",
            "Account=List; Lists=Rooted; Answers=Bare",
            "Identifiers=Text",
            "Identifiers=LinksOnly",
            "Decimals=Number",
            "Paging=Repeating",
            "SessionRoot=user",
            "LinkBase=https://elsewhere.example.com/",
            "MissingNumber=Assigned; TemplateNumber=false; TemplateLine=false",
            "Names=cif=nif, invoice.date=issue_date, client.postal_code=zip, country_code=country_id, line.amount=quantity, line.price=unit_price, number=invoice_number",
            "Names=cif=vat_number, lines=invoice_lines, iva_percent=tax_percent, iva=tax, irpf_percent=retention_percent, irpf=retention, payment.date=paid_on; AllowedNames=Dots",
            "Names=cif=tax_id, invoice.date=issued_on, line.description=concept, street1=address, tax_base=subtotal; WrittenLines=lines_attributes; AllowedNames=Tree",
            "Names=client.cif=nif, invoice.date=issue_date, line.amount=quantity; AllowedNames=Resource",
            "Names=cif=nif, lines=items; Bodies=Flat; AllowedNames=Tree; Allowed=Plain",
            "Names=cif=nif; Allowed=Message; AllowedNames=Dots; Errors=Pairs",
        ];
        var data = new TheoryData<string, string>();
        foreach (string shape in shapes)
        {
            data.Add(shape, "Format=Json");
            data.Add(shape, "Format=Xml");
        }

        data.Add("Encodings=Form", "BodyEncoding=Form");
        data.Add("Encodings=Form; Bodies=Flat", "BodyEncoding=Form; Format=Xml");
        data.Add("Encodings=Form; Bodies=Flat; Names=cif=nif, line.amount=quantity", "BodyEncoding=Form; BodyStyle=Flat");
        data.Add("Delete=Override", "DeleteVerb=Post");
        data.Add("Delete=Override", "DeleteVerb=Post; Format=Xml");
        data.Add("Delete=Destroy", "DeleteVerb=Destroy");
        data.Add("Paging=FromZero", "FirstPage=0");
        data.Add("Paging=FromZero", "FirstPage=Auto");
        data.Add("", "Strict=Off; MarkPaidBy=Update");
        data.Add("", "KeyPlacement=Body; MarkPaidBy=Update; Format=Xml");
        data.Add("", "KeyPlacement=Body");
        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Everything_works_in_every_shape(string shapes, string settings)
    {
        using var rig = new SandboxRig(shapes, settings);
        await rig.Session.TestAsync();

        IReader<Client> clients = rig.Use<IReader<Client>>();
        List<Client> all = await clients.List(new ListQuery()).ToListAsync();
        Assert.Equal(23, all.Select(client => client.Id).Distinct().Count());
        Assert.Equal(23, all.Count);

        Client made = await MakeClientAsync(rig, clients);
        Invoice invoice = await MakeInvoiceAsync(rig, made);
        await PayAsync(rig, invoice);
        await CopyAsync(rig, invoice);
        await ChangeAccountAsync(rig);
        await RemoveAsync(rig, invoice);
    }

    private static async Task<Client> MakeClientAsync(SandboxRig rig, IReader<Client> clients)
    {
        Client made = await rig.Use<ICreator<Client>>().CreateAsync(new Client
        {
            Name = "Bodega Niebla, S.L.",
            TaxNumber = "B12345674",
            Address = "Calle Mayor 1\n2º izquierda",
            City = "Soria",
            PostalCode = "42001",
            Country = "Spain",
            Email = "niebla@example.com",
        });
        Client got = await clients.GetAsync(made.Id!);
        foreach (Client one in new[] { made, got })
        {
            Assert.Equal("Bodega Niebla, S.L.", one.Name);
            Assert.Equal("B12345674", one.TaxNumber);
            Assert.Equal("Calle Mayor 1\n2º izquierda", one.Address);
            Assert.Equal("42001", one.PostalCode);
            Assert.Equal("Spain", one.Country);
            Assert.Contains("self", one.Links!.Keys);
        }

        got.City = "Ávila";
        await rig.Use<IUpdater<Client>>().UpdateAsync(got);
        Client changed = (await rig.Use<IFinder<Client>>().FindByNameAsync("bodega niebla, s.l."))!;
        Assert.Equal("Ávila", changed.City);
        Assert.Equal("Calle Mayor 1\n2º izquierda", changed.Address);
        return changed;
    }

    private static async Task<Invoice> MakeInvoiceAsync(SandboxRig rig, Client client)
    {
        IInvoiceCreator creator = rig.Use<IInvoiceCreator>();
        Invoice wanted = SandboxRig.NewInvoice(client);
        wanted.Reference = "ENC-118";
        InvoiceTotals totals = await creator.PreviewAsync(wanted);
        Assert.Equal((432.00m, 90.72m, 457.92m), (totals.Net, totals.Tax, totals.Total));

        Invoice made = await creator.CreateAsync(wanted);
        Assert.Empty(rig.Observer.Warnings);
        Assert.Equal(457.92m, made.Total);
        Assert.Equal(480.00m, made.Sum);
        Assert.Equal(64.80m, made.WithholdingTotal);
        Assert.Equal(90.72m, made.TaxTotal);
        Assert.Equal(new DateTime(2026, 3, 5), made.Date);
        Assert.NotNull(made.Number);
        Assert.Equal(InvoiceState.Final, made.State);
        Assert.Equal(client.Name, made.ClientName);
        Assert.Equal("B12345674", made.Client!.TaxNumber);
        Assert.Equal("Spain", made.Client.Country);
        InvoiceLine line = Assert.Single(made.Lines);
        Assert.Equal(("Support, March", 8m, 60m, 21m), (line.Description, line.Quantity, line.UnitPrice, line.TaxRate));

        Invoice found = (await creator.FindByReferenceAsync(InvoiceType.Invoice, "ENC-118"))!;
        Assert.Equal(made.Id, found.Id);
        Assert.Null(await creator.FindByReferenceAsync(InvoiceType.Invoice, "ENC-119"));

        var ofClient = new InvoiceQuery { ClientId = client.Id, States = [InvoiceState.Final], DateFrom = made.Date, Detailed = true };
        Invoice listed = Assert.Single(await rig.Use<IInvoiceReader>().List(ofClient).ToListAsync());
        Assert.Equal(made.Total, listed.Total);
        Assert.Single(listed.Lines);
        return listed;
    }

    private static async Task PayAsync(SandboxRig rig, Invoice invoice)
    {
        if (!((IConnectorSession)rig.Session).Setting("MarkPaidBy").Equals("Payment", StringComparison.Ordinal))
        {
            Invoice settled = await rig.Use<IStateChanger>().ChangeStateAsync(invoice, InvoiceTransition.Settled);
            Assert.Equal(InvoiceState.Settled, settled.State);
            return;
        }

        Payment part = await rig.Use<IPaymentTaker>().AddAsync(invoice, new Payment { Amount = 100.00m, Date = new DateTime(2026, 3, 8) });
        Assert.Equal((100.00m, new DateTime(2026, 3, 8), invoice.Id), (part.Amount, part.Date, part.InvoiceId));
        await rig.Use<IPaymentTaker>().AddAsync(invoice, new Payment { Amount = 357.92m });
        Assert.Equal(InvoiceState.Settled, (await rig.Use<IReader<Invoice>>().GetAsync(invoice.Id!)).State);
    }

    private static async Task CopyAsync(SandboxRig rig, Invoice invoice)
    {
        Invoice copy = await rig.Use<IInvoiceCopier>().CopyAsync(invoice);
        Assert.Null(copy.Number);
        Assert.Null(copy.Date);
        Assert.Null(copy.DueDate);
        copy.Number = "COPIA-1";
        Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(copy);
        Assert.NotEqual(invoice.Id, made.Id);
        Assert.Equal(("COPIA-1", 457.92m, invoice.ClientId), (made.Number, made.Total, made.ClientId));
        Assert.Equal(rig.Now.Date, made.Date);
        await rig.Use<IRemover<Invoice>>().RemoveAsync(made);
        Assert.Empty(await rig.Use<IInvoiceReader>().FindByNumberAsync("COPIA-1", []));
    }

    private static async Task ChangeAccountAsync(SandboxRig rig)
    {
        InvoiceAccount account = await rig.Use<IAccountReader>().GetAsync(null);
        Assert.Equal("Spain", account.Country);
        account.City = "Cuenca";
        await rig.Use<IAccountUpdater>().UpdateAsync(account, new AccountSecrets());
        InvoiceAccount changed = await rig.Use<IAccountReader>().GetAsync(account.Id);
        Assert.Equal((account.Name, account.TaxNumber, "Cuenca"), (changed.Name, changed.TaxNumber, changed.City));
    }

    private static async Task RemoveAsync(SandboxRig rig, Invoice invoice)
    {
        ProviderException refused = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IRemover<Client>>().RemoveAsync(invoice.Client!));
        Assert.Equal(ErrorKind.ValidationFailed, refused.Kind);
        Assert.Contains("has invoices", refused.FieldErrors[0].ToString());
        await rig.Use<IRemover<Invoice>>().RemoveAsync(invoice);
        await rig.Use<IRemover<Client>>().RemoveAsync(invoice.Client!);
        ProviderException gone = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IReader<Client>>().GetAsync(invoice.ClientId!));
        Assert.Equal(ErrorKind.NotFound, gone.Kind);
        Assert.NotEmpty(await rig.Use<IReader<Country>>().List(new ListQuery()).ToListAsync());
    }
}
