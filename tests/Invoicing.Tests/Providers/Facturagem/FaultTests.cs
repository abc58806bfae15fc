using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>The documented ways to fail.</summary>
public class FaultTests
{
    [Theory]
    [InlineData("Json", 401, ErrorKind.AuthenticationFailed)]
    [InlineData("Xml", 401, ErrorKind.AuthenticationFailed)]
    [InlineData("Json", 404, ErrorKind.NotFound)]
    [InlineData("Xml", 404, ErrorKind.NotFound)]
    [InlineData("Json", 406, ErrorKind.NotSupported)]
    [InlineData("Xml", 406, ErrorKind.NotSupported)]
    [InlineData("Json", 422, ErrorKind.ValidationFailed)]
    [InlineData("Xml", 422, ErrorKind.ValidationFailed)]
    [InlineData("Json", 500, ErrorKind.ProviderUnavailable)]
    [InlineData("Xml", 500, ErrorKind.ProviderUnavailable)]
    public async Task A_status_is_a_kind_of_error_whatever_the_body(string format, int status, ErrorKind kind)
    {
        foreach (Answer answer in new[]
        {
            Answer.Empty(status),
            Answer.Text("text/html", "<html><body><p>Sorry<br></body>", status),
            Answer.Text("text/html", "<html><body>Sorry</body></html>", status),
            Answer.Text("text/plain", "Sorry", status),
        })
        {
            using var rig = new ScriptedRig(format);
            rig.Server.Otherwise(_ => answer);
            var fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IReader<Client>>().GetAsync("1"));
            Assert.Equal((kind, status), (fault.Kind, (int)fault.StatusCode!));
        }
    }

    [Theory]
    [InlineData("Json", """{"client":{"name":"","errors":{"name":["must not be empty","is too short"]}}}""", "name: must not be empty|name: is too short")]
    [InlineData("Xml", """{"client":{"name":"","errors":{"name":["must not be empty","is too short"]}}}""", "name: must not be empty|name: is too short")]
    [InlineData("Json", """{"client":{"name":"","errors":["Name must not be empty"]}}""", "Name must not be empty")]
    [InlineData("Xml", """{"client":{"name":"","errors":["Name must not be empty"]}}""", "Name must not be empty")]
    [InlineData("Json", """{"name":"","errors":[["name","must not be empty"],["base","is odd"]]}""", "name: must not be empty|is odd")]
    [InlineData("Xml", """{"name":"","errors":[["name","must not be empty"],["base","is odd"]]}""", "name: must not be empty|is odd")]
    [InlineData("Json", """{"name":null,"errors":{"name":"required"}}""", "name: required")]
    [InlineData("Json", """{"errors":{"name":["required"]}}""", "name: required")]
    [InlineData("Json", """{"error":"it is closed"}""", "it is closed")]
    public async Task Validation_says_which_field(string format, string body, string said)
    {
        using var rig = new ScriptedRig(format);
        rig.Then(body, 422);
        var fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "A" }));
        Assert.Equal(ErrorKind.ValidationFailed, fault.Kind);
        Assert.Equal(said, string.Join("|", fault.FieldErrors.Select(error => error.Field is null ? error.Message : $"{error.Field}: {error.Message}")));
        Assert.Single(rig.Server.Calls);
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task An_unknown_parameter_is_an_error_with_the_list_if_no_other_name_helps(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then("""{"errors":{"params":["fax is not expected here"],"allowed_params":["api_key","client[name]"]}}""", 422);
        var client = new Client { Name = "A", Extra = { ["fax"] = "1" } };
        var fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<ICreator<Client>>().CreateAsync(client));
        Assert.Equal("unknown_parameter", fault.Code);
        Assert.Contains("fax is not expected here", fault.Message);
        Assert.Contains("client.name", fault.Message);
        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public async Task What_an_update_was_shown_and_may_not_send_is_left_out()
    {
        using var rig = new ScriptedRig();
        rig.Then("""{"client":{"id":1,"name":"A","slug":"1-a","rating":5}}""")
            .Then("""{"errors":{"params":["client[slug] is not expected here"],"allowed_params":["api_key","client[name]","client[rating]"]}}""", 422)
            .Then("");
        Client client = await rig.Use<IReader<Client>>().GetAsync("1");
        await rig.Use<IUpdater<Client>>().UpdateAsync(client);
        Assert.Equal("""{"client":{"name":"A","rating":5}}""", rig.Server.Calls[2].Body);
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task An_answer_that_ends_in_the_middle_is_no_answer(string format)
    {
        using var rig = new ScriptedRig(format);
        Answer whole = rig.Answer("""{"client":{"id":1,"name":"A"}}""");
        rig.Server.Then(Answer.Bytes(whole.Headers["Content-Type"], whole.Body[..^8]));
        var fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IReader<Client>>().GetAsync("1"));
        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><client><name>&b;</name></client>")]
    [InlineData("<!DOCTYPE a><client><name>A</name></client>")]
    [InlineData("not xml")]
    [InlineData("")]
    public async Task Xml_that_is_none_is_refused(string body)
    {
        using var rig = new ScriptedRig("Xml");
        rig.Server.Then(Answer.Text("application/xml", body));
        var fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IReader<Client>>().GetAsync("1"));
        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Fact]
    public async Task A_client_whose_answer_was_lost_is_in_doubt_and_not_sent_again()
    {
        using var rig = new ScriptedRig();
        rig.Server.Then(Answer.Reset()).Otherwise(_ => rig.Answer("""{"client":{"id":1,"name":"A"}}"""));
        var fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "A" }));
        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public async Task An_invoice_whose_answer_was_lost_is_found_by_its_number()
    {
        using var rig = new SandboxRig();
        Client client = (await rig.Use<IReader<Client>>().List(new ListQuery()).FirstOrDefaultAsync())!;
        Invoice wanted = SandboxRig.NewInvoice(client);
        wanted.Number = "P-77";
        rig.Server.SetFaults(SandboxFault.Parse("LostAnswer@invoices.json#1"));
        Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(wanted);
        Assert.Equal(("P-77", 457.92m), (made.Number, made.Total));
        Assert.Single(await rig.Use<IInvoiceReader>().FindByNumberAsync("P-77", []));
        Assert.Single(rig.Lines, line => line.StartsWith("POST", System.StringComparison.Ordinal) && line.EndsWith("invoices.json", System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_is_looked_up()
    {
        using var rig = new ScriptedRig();
        rig.Server.Then(Answer.Reset());
        rig.Then("", 404);
        await rig.Use<IRemover<Invoice>>().RemoveAsync(new Invoice { Id = "7" });
        Assert.Equal(["DELETE", "GET"], rig.Server.Calls.Select(call => call.Method));
    }
}
