using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.ConnectorsFacturagem;
using Invoicing.Tests.ConnectorsSalenGo;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Fidelity;

/// <summary>What FACTURAgem and SalenGo leave open and the connector finds out, and where raw paths begin.</summary>
public class UndocumentedWaysTests
{
    /// <summary>First page of the server, rows in all, and the choice at Connect.</summary>
    [Theory]
    [InlineData("FromZero", 1)]
    [InlineData("FromZero", 45)]
    [InlineData("FromOne", 1)]
    [InlineData("FromOne", 45)]
    public async Task The_first_page_is_found_by_itself(string paging, int clients)
    {
        using var server = SandboxServer.Start(new SandboxOptions
        {
            Provider = "FACTURAgem",
            ClientCount = clients,
            InvoiceCount = 0,
            Settings = paging == "FromZero" ? new Dictionary<string, string> { ["Paging"] = paging } : [],
        });
        using var rig = new Rig(sandbox: server, account: new RigAccount("FACTURAgem", server.Account));

        int expected = (await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync()).Count;
        int before = server.Requests.Count;
        int again = (await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync()).Count;

        Assert.True(expected >= clients, $"{expected} rows");
        Assert.Equal(expected, again);

        // What was learned is not asked for again.
        Assert.True(server.Requests.Count - before < before);
    }

    [Fact]
    public async Task The_style_of_calls_falls_over_to_the_envelope_and_is_remembered()
    {
        using SandboxServer server = SalenGoRig.Sandbox("DispatchStyle=Envelope");
        using var rig = new SalenGoRig(server);

        await rig.Use<IConnectionTester>().TestAsync();
        await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync();

        Assert.Equal(1, server.Requests.Count(request => request.Status == 404));
    }

    [Fact]
    public async Task What_is_not_there_is_not_there_under_the_style_that_works()
    {
        using SandboxServer server = SalenGoRig.Sandbox();
        using var rig = new SalenGoRig(server);

        var missing = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IReader<Client>>().GetAsync("99999"));

        Assert.Equal(ErrorKind.NotFound, missing.Kind);
        await rig.Use<IConnectionTester>().TestAsync();
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("0", null, false)]
    [InlineData(null, 0, false)]
    [InlineData("IVA", 21, false)]
    public async Task A_line_without_tax_is_said_to_be_untaxed(string? tax, int? rate, bool isSaid)
    {
        using SandboxServer server = SalenGoRig.Sandbox();
        using var rig = new SalenGoRig(server);
        Client client = (await rig.Use<IReader<Client>>().List(new ListQuery()).FirstOrDefaultAsync())!;

        PreparedChange<Invoice> plan = await rig.Use<IInvoiceCreator>().PrepareAsync(new Invoice
        {
            Client = client,
            Lines = [new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 10, Tax = tax, TaxRate = rate }],
        });

        Assert.Equal(rate == 21 ? 2.10m : 0m, plan.Totals!.Tax);
        Assert.Equal(isSaid, rig.Observer.Warnings.Any(warning => warning.Contains("is not taxed", StringComparison.Ordinal)));
    }

    /// <summary>Provider, path as a user gives it, and the path that is asked for.</summary>
    [Theory]
    [InlineData("InvoiceXpress", "GET", "clients.json", "/clients.json")]
    [InlineData("SimplBooks", "POST", "clients/list", "/0a1b2c/api/clients/list")]
    [InlineData("FACTURAgem", "GET", "accounts/12/clients.json", "/api/v1/accounts/12/clients.json")]
    [InlineData("FACTURAgem", "GET", "api/v1/accounts/12/clients.json", "/api/v1/accounts/12/clients.json")]
    [InlineData("SalenGo", "POST", "client/list", "/api/client.svc/list")]
    public async Task Raw_paths_begin_at_the_root_of_the_API(string provider, string method, string path, string asked)
    {
        using Rig rig = Dialect.Connect(provider);
        rig.Server.Otherwise(_ => Answer.Json("""{"response":{"status":"ok"}}"""));

        await rig.Use<IRawRequester>().SendAsync(method, path, [], null);

        Assert.Equal(asked, rig.Server.Only.Path);

        // The page of the provider has such an example.
        string page = File.ReadAllText(Repository.PathOf($"docs/providers/{provider.ToLowerInvariant()}.md"));
        Assert.Contains($"\nInvoke-InvoiceRequest {(path.StartsWith("api/v1/", StringComparison.Ordinal) ? path[7..] : path)}", page);
    }

    [Theory]
    [InlineData("docs/providers/invoicexpress.md", "Not in the description, but seen: GET `/receipts/{receipt-id}.json`")]
    [InlineData("docs/facts/invoicexpress.md", "reading one was seen")]
    public void The_pages_say_that_the_path_of_one_receipt_is_not_official(string page, string words) =>
        Assert.Contains(words, File.ReadAllText(Repository.PathOf(page)));

    [Fact]
    public async Task A_line_of_FACTURAgem_that_was_read_without_a_rate_gets_no_default()
    {
        using var rig = new SandboxRig(login: false);
        Client client = (await rig.Use<IReader<Client>>().List(new ListQuery()).FirstOrDefaultAsync())!;

        var refused = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().PrepareAsync(new Invoice
        {
            Client = client,
            Lines = [new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 10, IsRead = true }],
        }));

        Assert.Equal("TaxRate", Assert.Single(refused.FieldErrors).Field);
    }
}
