using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Fidelity;

/// <summary>The tax authority's code of a guide comes some time after the guide was issued: it is read until it is there.</summary>
public class TransportCodeTests
{
    private static readonly OperationPoller Quick = new() { Interval = TimeSpan.FromMilliseconds(10), Timeout = TimeSpan.FromSeconds(60) };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public async Task A_guide_is_read_until_it_has_its_code(int polls, int reads)
    {
        using SandboxServer server = Start(polls);
        using InvoiceSession session = Rig.Connect(server.BaseUri, server.ApiKey, server.Account);
        Invoice issued = await IssueAsync(session);
        Assert.Null(issued.TransportCode);
        server.ClearRequests();

        Invoice read = await session.Invoices.WaitForTransportCodeAsync(issued, Quick);

        Assert.StartsWith("AT", read.TransportCode);
        Assert.Equal(reads, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal("GET", request.Method));
        Assert.Null(issued.TransportCode);
    }

    [Fact]
    public async Task A_code_that_does_not_come_in_time_is_an_error_that_says_so()
    {
        using SandboxServer server = Start(-1);
        using InvoiceSession session = Rig.Connect(server.BaseUri, server.ApiKey, server.Account);
        Invoice issued = await IssueAsync(session);
        var poller = new OperationPoller { Interval = TimeSpan.FromMilliseconds(10), Timeout = TimeSpan.FromMilliseconds(300) };

        var late = await Assert.ThrowsAsync<InvoicingException>(() => session.Invoices.WaitForTransportCodeAsync(issued, poller));

        Assert.Equal(ErrorKind.OperationTimeout, late.Kind);
        Assert.Contains(issued.Number!, late.Message);
        Assert.Contains("tax authority", late.Message);
        Assert.NotNull(late.Advice);
    }

    [Fact]
    public async Task A_stop_ends_the_wait_at_once()
    {
        using SandboxServer server = Start(-1);
        using InvoiceSession session = Rig.Connect(server.BaseUri, server.ApiKey, server.Account);
        Invoice issued = await IssueAsync(session);
        using var stop = new CancellationTokenSource();
        Task<Invoice> waiting = session.Invoices.WaitForTransportCodeAsync(issued, new OperationPoller { Interval = TimeSpan.FromHours(1) }, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    /// <summary>What gets no code is read once: drafts, cancelled guides, invoices.</summary>
    [Theory]
    [InlineData("draft")]
    [InlineData("canceled")]
    [InlineData("invoice")]
    public async Task What_gets_no_code_is_not_waited_for(string what)
    {
        using SandboxServer server = Start(-1);
        using InvoiceSession session = Rig.Connect(server.BaseUri, server.ApiKey, server.Account);
        Invoice document = what == "invoice" ? (await session.Invoices.ListAsync().FirstOrDefaultAsync())! : await DraftAsync(session);
        if (what == "canceled")
        {
            document = await (await session.Invoices.PrepareCompleteAsync(document)).SendAsync();
            document = await (await session.Invoices.PrepareStateAsync(document, InvoiceTransition.Canceled, "r")).SendAsync();
        }

        server.ClearRequests();

        Invoice read = await session.Invoices.WaitForTransportCodeAsync(document, Quick);

        Assert.Null(read.TransportCode);
        Assert.Single(server.Requests);
    }

    private static SandboxServer Start(int polls) =>
        SandboxServer.Start(new SandboxOptions { PollsUntilReady = polls, ClientCount = 3, InvoiceCount = 3 });

    private static async Task<Invoice> IssueAsync(InvoiceSession session) =>
        await (await session.Invoices.PrepareCompleteAsync(await DraftAsync(session))).SendAsync();

    private static async Task<Invoice> DraftAsync(InvoiceSession session)
    {
        var place = new PostalAddress { Street = "Rua do Forno 3", City = "Braga", PostalCode = "4700-000", Country = "Portugal" };
        InvoicePlan plan = await session.Invoices.PrepareAsync(new Invoice
        {
            Type = InvoiceType.Transport,
            Client = await session.Clients.ListAsync().FirstOrDefaultAsync(),
            LoadedAt = DateTime.Now.AddDays(2),
            AddressFrom = place,
            AddressTo = place,
            Lines = [new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 1, Tax = "IVA23" }],
        });
        return await plan.SendAsync();
    }
}
