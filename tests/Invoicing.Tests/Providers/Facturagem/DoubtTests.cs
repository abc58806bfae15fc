using System;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Providers.Facturagem;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>Invoices whose answer is lost, and the session's knowledge of references.</summary>
public sealed class DoubtTests
{
    [Theory]
    [InlineData("P-77")]
    [InlineData(null)]
    public async Task An_invoice_is_found_among_those_of_its_client(string? number)
    {
        using var rig = new SandboxRig("TemplateNumber=false;MissingNumber=Assigned");
        Invoice wanted = await WantedAsync(rig, number);
        rig.Server.SetFaults(SandboxFault.Parse("LostAnswer@invoices.json#1"));
        rig.Server.ClearRequests();

        Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(wanted);

        Assert.Equal("ENC-1", made.Reference);
        Assert.Single(rig.Server.Requests, IsCreate);
        string everybodys = $"/accounts/{rig.Server.AccountId}/invoices.json";
        Assert.DoesNotContain(rig.Server.Requests, request => request.Method == "GET" && request.Path.EndsWith(everybodys));
    }

    [Fact]
    public async Task Somebody_elses_invoice_with_the_number_is_not_taken_for_it()
    {
        using var rig = new SandboxRig();
        Invoice other = await WantedAsync(rig, "P-77");
        other.Reference = "THEIRS";
        await rig.Use<IInvoiceCreator>().CreateAsync(other);
        rig.Server.SetFaults(SandboxFault.Parse("Reset@invoices.json#1"));

        ProviderException unsure = await Assert.ThrowsAsync<ProviderException>(
            async () => await rig.Use<IInvoiceCreator>().CreateAsync(await WantedAsync(rig, "P-77")));

        Assert.Equal(ErrorKind.OutcomeUnknown, unsure.Kind);
    }

    [Fact]
    public async Task What_is_in_doubt_is_looked_for_anew()
    {
        using var rig = new SandboxRig();
        IInvoiceCreator creator = rig.Use<IInvoiceCreator>();
        Assert.Null(await creator.FindByReferenceAsync(InvoiceType.Invoice, "ENC-1"));
        Invoice wanted = await WantedAsync(rig, null);
        PreparedChange<Invoice> ready = await creator.PrepareAsync(wanted);

        // The answer is lost, and so is everything that is asked for afterwards.
        rig.Server.SetFaults(SandboxFault.Parse("LostAnswer@invoices.json#1"), SandboxFault.Parse("ServerError@invoices.json"));
        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => ready.SendAsync());
        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        rig.Server.SetFaults();
        rig.Server.ClearRequests();

        Assert.NotNull(await creator.FindByReferenceAsync(InvoiceType.Invoice, "ENC-1"));

        // Only what is new is got whole.
        Assert.Equal(2, rig.Server.Requests.Count(request => request.Path.Contains("/invoices/")));
    }

    [Fact]
    public async Task The_list_is_gone_through_again_after_a_while_and_each_invoice_is_got_once()
    {
        using var rig = new SandboxRig();
        var invoices = (FacturagemInvoices)rig.Use<IInvoiceReader>();
        var clock = new FakeClock();
        var index = new ReferenceIndex<Invoice>(invoice => invoice.Reference, TimeSpan.FromMinutes(5));
        Assert.Null(await FindAsync());
        Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(await WantedAsync(rig, null));
        rig.Server.ClearRequests();

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await FindAsync());
        Assert.Empty(rig.Server.Requests);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(made.Id, await FindAsync());
        Assert.Single(rig.Server.Requests, request => request.Path.Contains("/invoices/"));

        Task<string?> FindAsync() =>
            index.FindAsync("ENC-1", _ => invoices.ListWhole(null, summary => !index.Knows(summary)), clock, default);
    }

    /// <summary>It may be a page of something in between, and an invoice that is there must not be made again for that.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invoice_that_is_said_to_be_missing_is_looked_for_in_the_list(bool isThere)
    {
        const string Row = """{"id":2,"notes":"Ref. ENC-1"}""";
        using var rig = new ScriptedRig();
        int gets = 0;
        int lists = 0;
        rig.Server.Otherwise(call => call.Path switch
        {
            var path when path.Contains("/invoices/2", StringComparison.Ordinal) =>
                ++gets == 2 ? Answer.Text("text/html", "<p>Not found</p>", 404) : rig.Answer($$"""{"invoice":{{Row}}}"""),
            var path when path.EndsWith("invoices.json", StringComparison.Ordinal) =>
                rig.Answer(++lists == 1 || (lists == 3 && isThere) ? $$"""{"invoices":[{{Row}}]}""" : """{"invoices":[]}"""),
            _ => rig.Answer("[]"),
        });

        Invoice? found = await rig.Use<IInvoiceCreator>().FindByReferenceAsync(InvoiceType.Invoice, "ENC-1");

        Assert.Equal(isThere ? "2" : null, found?.Id);
    }

    [Fact]
    public async Task An_invoice_that_is_deleted_while_they_are_read_does_not_end_the_reading()
    {
        using var rig = new ScriptedRig();
        rig.Then("""{"invoices":[{"id":1},{"id":2}]}""").Server.Otherwise(call =>
            call.Path.EndsWith("invoices.json", StringComparison.Ordinal) ? rig.Answer("""{"invoices":[]}""")
            : call.Path.Contains("/invoices/1", StringComparison.Ordinal) ? rig.Answer("", 404)
            : call.Path.Contains("/invoices/2", StringComparison.Ordinal) ? rig.Answer("""{"invoice":{"id":2,"notes":"Ref. ENC-1"}}""")
            : rig.Answer("[]"));

        Assert.Equal("2", (await rig.Use<IInvoiceCreator>().FindByReferenceAsync(InvoiceType.Invoice, "ENC-1"))?.Id);
    }

    [Fact]
    public async Task A_payment_in_doubt_names_its_invoice()
    {
        using var rig = new ScriptedRig();
        rig.Server.Then(Answer.Reset());

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(
            () => rig.Use<IPaymentTaker>().AddAsync(new Invoice { Id = "9", Number = "2026_0042" }, new Payment { Amount = 5 }));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Contains("5.00 for Invoice 2026_0042", fault.Message);
        Assert.Single(rig.Server.Calls);
    }

    private static bool IsCreate(SandboxRequest request) =>
        request.Method == "POST" && request.Path.EndsWith("/invoices.json", StringComparison.Ordinal);

    private static async Task<Invoice> WantedAsync(SandboxRig rig, string? number)
    {
        Invoice wanted = SandboxRig.NewInvoice((await rig.Use<IReader<Client>>().List(new ListQuery()).FirstOrDefaultAsync())!);
        wanted.Number = number;
        wanted.Reference = "ENC-1";
        return wanted;
    }
}
