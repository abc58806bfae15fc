using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.ConnectorsSalenGo;

/// <summary>What stays in doubt is not made again, neither now nor by the next run of the same session.</summary>
public sealed class DoubtTests
{
    private const string None = """{"invoices":{"page":1,"pages":0,"total":0,"invoice":[]}}""";
    private const string Made = """{"invoice_id":12,"client_id":3,"po_number":"ENC-1","status":"draft","amount":10.00}""";

    private static string Page(string row) => $$"""{"invoices":{"page":1,"pages":1,"invoice":[{{row}}]""" + "}}";

    private static Invoice Wanted() => new()
    {
        Client = new Client { Id = "3" }, Reference = "ENC-1", Lines = [new InvoiceLine { Name = "A", UnitPrice = 10, Quantity = 1 }],
    };

    [Theory]
    [InlineData("""{"invoice_id":12,"client_id":3,"po_number":"ENC-1","status":"draft","amount":10.01}""")]
    [InlineData("""{"invoice_id":12,"client_id":4,"po_number":"ENC-1","status":"draft","amount":10.00}""")]
    public async Task WhatIsNearlyItIsNeitherTakenNorMadeAgain(string row)
    {
        using var rig = new SalenGoRig();
        rig.Server.Then(Answer.Reset());
        rig.Then(Page(row));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IInvoiceCreator>().CreateAsync(Wanted()));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Contains("'ENC-1'", fault.Message);
        Assert.Single(rig.Server.Calls, call => call.Path.EndsWith("/create"));
    }

    /// <summary>The session's book of references would not know of it for a minute.</summary>
    [Fact]
    public async Task TheBookIsReadAnewForWhatIsInDoubt()
    {
        using var rig = new SalenGoRig().Then(None);
        IInvoiceCreator creator = rig.Use<IInvoiceCreator>();
        Assert.Null(await creator.FindByReferenceAsync(InvoiceType.Invoice, "ENC-1"));
        rig.Server.Then(Answer.Empty(504));
        rig.Then(None, None);
        Assert.Equal(
            ErrorKind.OutcomeUnknown, (await Assert.ThrowsAsync<ProviderException>(() => creator.CreateAsync(Wanted()))).Kind);
        int before = rig.Server.Calls.Count;

        rig.Then(Page(Made), $$"""{"invoice":{{Made}}}""");
        Assert.Equal("12", (await creator.FindByReferenceAsync(InvoiceType.Invoice, "ENC-1"))?.Id);
        Assert.Null(await creator.FindByReferenceAsync(InvoiceType.Invoice, "ENC-2"));
        Assert.Equal(["list", "get"], rig.Server.Calls.Skip(before).Select(call => call.Path.Split('/').Last()));
    }

    [Fact]
    public async Task TheBookIsReadAnewForWhatNobodyWaitedFor()
    {
        using var rig = new SalenGoRig().Then(None);
        IInvoiceCreator creator = rig.Use<IInvoiceCreator>();
        Assert.Null(await creator.FindByReferenceAsync(InvoiceType.Invoice, "ENC-1"));
        using var stop = new CancellationTokenSource();
        rig.Server.Then(Answer.Silence());
        Task<Invoice> making = creator.CreateAsync(Wanted(), stop.Token);
        await rig.Server.HasCallsAsync(2);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => making);

        rig.Then(Page(Made), $$"""{"invoice":{{Made}}}""");
        Assert.Equal("12", (await creator.FindByReferenceAsync(InvoiceType.Invoice, "ENC-1"))?.Id);
    }

    /// <summary>It may be a page of something in between, and a document that is there must not be made again for that.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ADocumentThatIsSaidToBeMissingIsLookedForInTheWholeList(bool isThere)
    {
        using var rig = new SalenGoRig().Then(Page(Made));
        rig.Server.Then(Answer.Text("text/html", "<p>Not found</p>", 404));
        rig.Then(isThere ? Page(Made) : None, $$"""{"invoice":{{Made}}}""");

        Invoice? found = await rig.Use<IInvoiceCreator>().FindByReferenceAsync(InvoiceType.Invoice, "ENC-1");

        Assert.Equal(isThere ? "12" : null, found?.Id);
        Assert.Null(rig.Server.Calls[2].Json["updated_from"]);
    }

    [Fact]
    public async Task APaymentInDoubtNamesItsInvoice()
    {
        using var rig = new SalenGoRig();
        rig.Server.Then(Answer.Reset());

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(
            () => rig.Use<IPaymentTaker>().AddAsync(new Invoice { Id = "9", Number = "0042" }, new Payment { Amount = 5 }));

        Assert.Contains("5.00 for Invoice 0042", fault.Message);
    }
}
