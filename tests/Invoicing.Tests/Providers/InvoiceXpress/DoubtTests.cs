using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>What InvoiceXpress has no key of its own for (docs/facts/invoicexpress.md#repeats): quotes and guides.</summary>
public sealed class DoubtTests
{
    private const string Page = "estimates";

    private static string Quote => Ix.Document("quote", "Quote", reference: "ENC-1");

    /// <summary>A run that was killed a moment before this one made it, and the list does not show it yet.</summary>
    [Fact]
    public async Task TheFirstLookForAQuoteWaitsForTheList()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page(Page), Ix.Page(Page, Quote));

        Assert.NotNull(await FindAsync(rig, "ENC-1"));
        Assert.True(Assert.Single(rig.Clock.Delays) >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task LaterLooksDoNotWait()
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json(Ix.Page(Page)));

        Assert.Null(await FindAsync(rig, "ENC-1"));
        Assert.Null(await FindAsync(rig, "ENC-2"));
        Assert.Equal((1, 3), (rig.Clock.Delays.Count, rig.Server.Calls.Count));
    }

    [Fact]
    public async Task AnInvoiceHasAKeyAndIsNotWaitedFor()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page("invoices"));

        Assert.Null(await rig.Use<IInvoiceCreator>().FindByReferenceAsync(InvoiceType.Invoice, "ENC-1"));
        Assert.Empty(rig.Clock.Delays);
    }

    [Fact]
    public async Task AQuoteThatNobodyWaitedForIsLookedForWithTimeAgain()
    {
        using var rig = new Rig();
        rig.Server.Otherwise(call => Answer.Json(call.Path == "/taxes.json" ? Ix.Taxes : Ix.Page(Page)));
        Assert.Null(await FindAsync(rig, "ENC-1"));
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        rig.Server.Then(Answer.Json(Ix.Taxes), Answer.Silence());
        int before = rig.Server.Calls.Count;
        using var stop = new CancellationTokenSource();
        Task<Invoice> making = rig.Use<IInvoiceCreator>().CreateAsync(Ix.Invoice(type: InvoiceType.Quote), stop.Token);
        await rig.Server.HasCallsAsync(before + 2);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => making);

        rig.Server.Then(Ix.Page(Page), Ix.Page(Page, Quote));
        Assert.NotNull(await FindAsync(rig, "ENC-1"));
    }

    [Theory]
    [InlineData(InvoiceType.Quote, 1)]
    [InlineData(InvoiceType.Invoice, 2)]
    public async Task WhatMayBeUnderWayIsSentAgainOnlyWithAKey(InvoiceType type, int sent)
    {
        using var rig = new Rig();
        int posts = 0;
        rig.Server.WithTaxes(call => call.Method != "POST" ? Answer.Json(Ix.Page(type == InvoiceType.Quote ? Page : "invoices"))
            : ++posts == 1 ? Answer.Empty(504) : Answer.Json(Ix.Document(), 201));
        Task<Invoice> making = rig.Use<IInvoiceCreator>().CreateAsync(Ix.Invoice(type: type));

        if (sent == 1)
        {
            Assert.Equal(ErrorKind.OutcomeUnknown, (await Assert.ThrowsAsync<ProviderException>(() => making)).Kind);
        }
        else
        {
            Assert.Equal("71", (await making).Id);
        }

        Assert.Equal(sent, posts);
    }

    [Fact]
    public async Task AQuoteWithoutAnyAnswerInTimeIsNotSentAgain()
    {
        using var rig = new Rig(timeout: TimeSpan.FromMilliseconds(200));
        rig.Server.Then(Answer.Json(Ix.Taxes), Answer.Silence()).Otherwise(_ => Answer.Json(Ix.Page(Page)));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(
            () => rig.Use<IInvoiceCreator>().CreateAsync(Ix.Invoice(type: InvoiceType.Quote)));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Contains("under way", fault.Message);
        Assert.Single(rig.Server.Calls, call => call.Method == "POST");
    }

    private static Task<Invoice?> FindAsync(Rig rig, string reference) =>
        rig.Use<IInvoiceCreator>().FindByReferenceAsync(InvoiceType.Quote, reference);
}
