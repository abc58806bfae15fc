using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.ConnectorsSalenGo;

/// <summary>Answers that are lost: nothing is made twice.</summary>
public sealed class OnceTests
{
    private const string Made = """{"invoice_id":12,"client_id":3,"po_number":"ENC-1","status":"draft","amount":10.00}""";

    private static Invoice Wanted() => new()
    {
        Client = new Client { Id = "3" }, Reference = "ENC-1", Lines = [new InvoiceLine { Name = "A", UnitPrice = 10, Quantity = 1 }],
    };

    [Fact]
    public async Task FindsADocumentWhoseAnswerWasLost()
    {
        using var rig = new SalenGoRig();
        rig.Server.Then(Answer.Reset());
        rig.Then($$"""{"invoices":{"page":1,"pages":1,"invoice":[{"invoice_id":11,"client_id":3,"po_number":"ENC-0"},{{Made}}]""" + "}}", $$"""{"invoice":{{Made}}}""");

        Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(Wanted());

        Assert.Equal("12", made.Id);
        Assert.Equal(["create", "list", "get"], rig.Server.Calls.Select(call => call.Path.Split('/').Last()));
        Assert.Equal(3, (int)rig.Server.Calls[1].Json["client_id"]!);
    }

    [Fact]
    public async Task LooksForTheSettleTimeAndDoesNotSendAgain()
    {
        const string None = """{"invoices":{"page":1,"pages":0,"total":0,"invoice":[]}}""";
        using var rig = new SalenGoRig();
        rig.Server.Then(Answer.Reset());
        rig.Then([.. Enumerable.Repeat(None, 20)]);

        ProviderException unsure = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IInvoiceCreator>().CreateAsync(Wanted()));

        Assert.Equal(ErrorKind.OutcomeUnknown, unsure.Kind);
        Assert.Equal("create", rig.Server.Calls[0].Path.Split('/').Last());
        Assert.All(rig.Server.Calls.Skip(1), call => Assert.Equal("list", call.Path.Split('/').Last()));
        Assert.Equal(60, rig.Clock.Delays.Sum(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task TakesAnAnswerWithoutAnIdentifierForALostOne()
    {
        using var rig = new SalenGoRig().Then(
            "{}", $$"""{"invoices":{"page":1,"pages":1,"invoice":{{Made}}""" + "}}", $$"""{"invoice":{{Made}}}""");

        Assert.Equal("12", (await rig.Use<IInvoiceCreator>().CreateAsync(Wanted())).Id);
    }

    [Fact]
    public async Task LeavesAPaymentInDoubt()
    {
        using var rig = new SalenGoRig();
        rig.Server.Then(Answer.Reset());

        ProviderException lost = await Assert.ThrowsAsync<ProviderException>(
            () => rig.Use<IPaymentTaker>().AddAsync(new Invoice { Id = "9" }, new Payment { Amount = 5 }));

        Assert.Equal(ErrorKind.OutcomeUnknown, lost.Kind);
        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public async Task SaysThatItWasMadeWhenItCannotBeReadBack()
    {
        using var rig = new SalenGoRig().Then("""{"payment_id":12}""");
        rig.Server.Then(Answer.Empty(404));

        Payment made = await rig.Use<IPaymentTaker>().AddAsync(new Invoice { Id = "9" }, new Payment { Amount = 5 });

        Assert.Equal(("12", 5m), (made.Id, made.Amount));
        Assert.Contains("has the identifier 12", Assert.Single(rig.Observer.Warnings));
    }

    [Fact]
    public async Task DoesNotSendARefusedCreateAgain()
    {
        using var rig = new SalenGoRig();
        rig.Server.Then("""{"response":{"status":"fail","errors":[{"field":"name","message":"value is required"}]}}""");

        ProviderException refused = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<ICreator<Item>>().CreateAsync(new Item { Name = "A" }));

        Assert.Equal(ErrorKind.ValidationFailed, refused.Kind);
        Assert.Equal("name", Assert.Single(refused.FieldErrors).Field);
        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public async Task ReadsTheListOfReferencesOnceAndThenWhatChanged()
    {
        const string Page = $$"""{"invoices":{"page":1,"pages":1,"invoice":[{{Made}}]""" + "}}";
        using var rig = new SalenGoRig().Then(Page, $$"""{"invoice":{{Made}}}""");
        IInvoiceCreator creator = rig.Use<IInvoiceCreator>();

        Assert.Equal("12", (await creator.FindByReferenceAsync(InvoiceType.Invoice, "ENC-1"))!.Id);
        Assert.Null(await creator.FindByReferenceAsync(InvoiceType.Invoice, "ENC-2"));
        Assert.Equal(2, rig.Server.Calls.Count);

        rig.Clock.Advance(System.TimeSpan.FromMinutes(2));
        rig.Then("""{"invoices":{"page":1,"pages":1,"invoice":[{"invoice_id":13,"po_number":"ENC-2"}]}}""", """{"invoice":{"invoice_id":13,"po_number":"ENC-2"}}""");
        Assert.Equal("13", (await creator.FindByReferenceAsync(InvoiceType.Invoice, "ENC-2"))!.Id);
        Assert.Equal("2026-03-09 10:00:00", (string?)rig.Server.Calls[2].Json["updated_from"]);
    }
}
