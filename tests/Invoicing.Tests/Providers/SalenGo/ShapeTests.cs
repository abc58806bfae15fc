using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Xunit;

namespace Invoicing.Tests.ConnectorsSalenGo;

/// <summary>The same work at the sandbox in every shape that its answers can have.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData]
    [InlineData("DispatchStyle=Envelope")]
    [InlineData("TokenPlacement=Bearer")]
    [InlineData("TokenPlacement=Body")]
    [InlineData("TokenPlacement=Query")]
    [InlineData("DispatchStyle=Envelope", "TokenPlacement=Body")]
    [InlineData("Envelope=Bare")]
    [InlineData("Envelope=D")]
    [InlineData("Envelope=DBare")]
    [InlineData("AttributePrefix=At")]
    [InlineData("AttributePrefix=Dash")]
    [InlineData("StatusCase=Title")]
    [InlineData("SingleRow=Object")]
    [InlineData("Lines=Wrapped")]
    [InlineData("Lines=Wrapped", "SingleRow=Object")]
    [InlineData("Numbers=MoneyText")]
    [InlineData("Numbers=AllText")]
    [InlineData("Ids=Padded")]
    [InlineData("UnknownMembers=Refuse")]
    [InlineData("Envelope=DBare", "AttributePrefix=At", "StatusCase=Title", "SingleRow=Object", "Lines=Wrapped", "Numbers=AllText", "Ids=Padded")]
    public async Task DoesTheSameInEveryShape(params string[] shape)
    {
        using SandboxServer server = SalenGoRig.Sandbox(shape);
        string[] chosen = [.. shape.Where(one => one.StartsWith("Disp", StringComparison.Ordinal) || one.StartsWith("Token", StringComparison.Ordinal)), "StaffId=1"];
        using var rig = new SalenGoRig(server, chosen);

        await rig.Session.TestAsync();
        List<Client> clients = await rig.Use<IReader<Client>>().List(new ListQuery { PageSize = 5 }).ToListAsync();
        Assert.Equal(12, clients.Count);
        Client client = await rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "Bodega Sur SL", Email = "office@example.com", ContactName = "Ana del Mar", Country = "Spain" });
        Assert.Equal(("Ana del Mar", "Spain", client.Id), (client.ContactName, client.Country, (await rig.Use<IFinder<Client>>().FindByNameAsync("Bodega Sur SL"))!.Id));

        Invoice invoice = await rig.Use<IInvoiceCreator>().CreateAsync(new Invoice
        {
            Client = client, Reference = "ENC-7", Withholding = 15,
            Lines = [new InvoiceLine { Name = "Consulting", UnitPrice = 60, Quantity = 8, Tax = "IVA" }],
        });
        Assert.Equal((480m, 28.80m, 508.80m, 15m), (invoice.NetTotal, invoice.TaxTotal, invoice.Total, invoice.Withholding));
        Assert.Equal((21m, "IRPF", -15m), (invoice.Lines[0].TaxRate, invoice.Lines[0].SecondTax, invoice.Lines[0].SecondTaxRate));
        Assert.Equal((InvoiceState.Draft, "Bodega Sur SL"), (invoice.State, invoice.ClientName));

        invoice = await rig.Use<IStateChanger>().ChangeStateAsync(invoice, InvoiceTransition.Finalized);
        Assert.Equal((InvoiceState.Final, 508.80m), (invoice.State, invoice.Outstanding));
        invoice.Notes = "Thank you";
        await rig.Use<IUpdater<Invoice>>().UpdateAsync(invoice);
        Payment payment = await rig.Use<IPaymentTaker>().AddAsync(invoice, new Payment { Amount = 8.80m, MethodName = "Bizum" });
        Assert.Equal(("Bizum", null), (payment.MethodName, payment.Method));

        Invoice open = Assert.Single(await rig.Use<IInvoiceReader>().List(new InvoiceQuery { States = [InvoiceState.Final], ClientId = client.Id }).ToListAsync());
        Assert.Equal((invoice.Id, 500m, "Thank you", 1), (open.Id, open.Outstanding, open.Notes, open.Lines.Count));
        await rig.Use<IPaymentTaker>().AddAsync(invoice, new Payment { Amount = 500, Method = PaymentMethod.Cheque });
        Assert.Empty(await rig.Use<IInvoiceReader>().List(new InvoiceQuery { States = [InvoiceState.Final], ClientId = client.Id }).ToListAsync());
        Assert.Equal(2, (await rig.Use<IPaymentReader>().GetForInvoiceAsync(invoice)).Count);

        Category category = (await rig.Use<IReader<Category>>().List(new ListQuery()).ToListAsync())[0];
        Expense expense = await rig.Use<ICreator<Expense>>().CreateAsync(new Expense { Amount = 100, TaxRate = 5, Tax = "X", CategoryId = category.Id, Supplier = "Papeleria Norte" });
        Assert.Equal((4.76m, 95.24m, "1"), (expense.TaxAmount, expense.NetAmount, expense.StaffId));

        Recurring profile = await rig.Use<ICreator<Recurring>>().CreateAsync(new Recurring
        {
            Client = client, Frequency = RecurringFrequency.Monthly, SendEmail = false, Lines = [new InvoiceLine { Name = "Hosting", UnitPrice = 30, Quantity = 1 }],
        });
        Assert.Equal((RecurringFrequency.Monthly, false), (profile.Frequency, profile.SendEmail));
        Assert.NotNull(profile.FirstInvoiceId);

        ProviderException refused = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IReader<Item>>().GetAsync("99"));
        Assert.Equal(ErrorKind.NotFound, refused.Kind);
        await rig.Use<IRemover<Invoice>>().RemoveAsync(invoice);
        Assert.Null(await rig.Use<IInvoiceCreator>().FindByReferenceAsync(InvoiceType.Invoice, "ENC-7"));
    }

    [Theory]
    [InlineData("Errors", "Objects", "field:email")]
    [InlineData("Errors", "Coded", "code:invalid")]
    [InlineData("Error", "Texts", "")]
    [InlineData("Message", "Text", "")]
    public async Task FindsTheWordsOfRefusalsInEveryShape(string name, string form, string more)
    {
        foreach (int status in new[] { 200, 400, 422 })
        {
            using SandboxServer server = SalenGoRig.Sandbox($"ErrorName={name}", $"ErrorForm={form}", $"FailureStatus={status}", "SingleRow=Object");
            using var rig = new SalenGoRig(server);

            ProviderException refused = await Assert.ThrowsAsync<ProviderException>(
                () => rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "A", Email = "nobody" }));

            Assert.Equal(ErrorKind.ValidationFailed, refused.Kind);
            Assert.Contains("e-mail", refused.Message);
            Assert.True(more != "field:email" || refused.FieldErrors.Any(error => error.Field == "email"), refused.Message);
            Assert.True(more != "code:invalid" || refused.Code == "invalid", refused.Message);
        }
    }

    [Theory]
    [InlineData("AccountState=Off", ErrorKind.AccessDenied)]
    [InlineData("AccountState=Closed", ErrorKind.AuthenticationFailed)]
    [InlineData("TokenPlacement=Bearer", ErrorKind.AuthenticationFailed)]
    public async Task TellsWhatIsWrongWithTheAccount(string setting, ErrorKind kind)
    {
        using SandboxServer server = SalenGoRig.Sandbox(setting);
        using var rig = new SalenGoRig(server);

        ProviderException refused = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IConnectionTester>().TestAsync());

        Assert.Equal(kind, refused.Kind);
    }

    [Theory]
    [InlineData("TooMany")]
    [InlineData("Unavailable")]
    [InlineData("Fail")]
    public async Task TellsThatTheDayIsUsedUp(string answer)
    {
        using SandboxServer server = SalenGoRig.Sandbox("RequestsPerDay=1", $"QuotaAnswer={answer}");
        using var rig = new SalenGoRig(server);
        await rig.Use<IConnectionTester>().TestAsync();

        ProviderException refused = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IConnectionTester>().TestAsync());

        Assert.Equal(ErrorKind.RateLimitExceeded, refused.Kind);
    }

    [Fact]
    public async Task WorksWithOtherNamesThanTheDefaults()
    {
        using SandboxServer server = SalenGoRig.Sandbox(
            "Name.vat_number=fiscal_number", "Name.client_id=customer_id", "Name.unit_cost=price", "Name.invoices=documents", "Name.po_number=reference",
            "Method.client/create=customers.svc/add", "Name.lines=rows", "Name.line=row");
        using var rig = new SalenGoRig(
            server,
            "@Client.TaxNumber=fiscal_number", "@Client.Id=customer_id", "@ListFilter.ClientId=customer_id", "@InvoiceLine.UnitPrice=price", "@Name.invoices=documents",
            "@Invoice.Reference=reference", "@Method.client/create=customers.svc/add", "@Invoice.Lines=rows", "@Name.line=row");

        Client client = await rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "Bodega Sur SL", TaxNumber = "B00000000" });
        Invoice invoice = await rig.Use<IInvoiceCreator>().CreateAsync(new Invoice
        {
            Client = client, Reference = "ENC-8", Lines = [new InvoiceLine { Name = "Consulting", UnitPrice = 12.34m, Quantity = 1 }],
        });
        Invoice listed = Assert.Single(await rig.Use<IInvoiceReader>().List(new InvoiceQuery { ClientId = client.Id }).ToListAsync());

        Assert.Equal(("B00000000", "ENC-8", 12.34m), (client.TaxNumber, invoice.Reference, invoice.Lines[0].UnitPrice));
        Assert.Equal((invoice.Id, client.Id), (listed.Id, listed.ClientId));
    }
}
