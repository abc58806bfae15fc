using System;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.ConnectorsSimplBooks;

/// <summary>Refusals: the status counts, in the head or in the body, and the words help.</summary>
public class FaultTests
{
    [Theory]
    [InlineData(400, "name is required", ErrorKind.ValidationFailed)]
    [InlineData(400, "Client with id 7 does not exist", ErrorKind.NotFound)]
    [InlineData(400, "Object with this ID doesn't exist", ErrorKind.NotFound)]
    [InlineData(400, "Number already exists", ErrorKind.ValidationFailed)]
    [InlineData(400, "client_id 5 does not exist", ErrorKind.ValidationFailed)]
    [InlineData(401, "The token is missing", ErrorKind.AuthenticationFailed)]
    [InlineData(403, "The user is not active", ErrorKind.AccessDenied)]
    [InlineData(404, "Unknown action", ErrorKind.UnexpectedAnswer)]
    [InlineData(503, "Try later", ErrorKind.ProviderUnavailable)]
    public async Task The_status_says_what_it_is(int status, string text, ErrorKind kind)
    {
        foreach (int http in new[] { status, 200 })
        {
            using var sb = new Sb();
            sb.Server.Otherwise(_ => Answer.Json(Sb.Refused(status, text), http));

            ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => sb.Use<IReader<Client>>().GetAsync("7"));

            Assert.Equal(kind, fault.Kind);
            Assert.Contains(text, fault.Message);
            Assert.Equal(status, (int)fault.StatusCode!);
        }
    }

    [Theory]
    [InlineData("""{"errors":["one","two"]}""", "one|two")]
    [InlineData("""{"errors":"alone"}""", "alone")]
    [InlineData("""{"errors":{"name":["empty"],"code":["taken"]}}""", "empty|taken")]
    [InlineData("""{"status":400}""", "")]
    [InlineData("<html>proxy</html>", "")]
    [InlineData("", "")]
    public async Task Complaints_are_read_in_any_shape(string body, string expected)
    {
        using var sb = new Sb();
        sb.Server.Then(Answer.Text("application/json", body, 400));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => sb.Use<IReader<Client>>().GetAsync("7"));

        Assert.Equal(ErrorKind.ValidationFailed, fault.Kind);
        Assert.Equal(expected, string.Join('|', fault.FieldErrors.Select(error => error.Message)));
    }

    [Fact]
    public async Task A_minute_is_waited_when_nobody_says_how_long()
    {
        using var sb = new Sb();
        sb.Server.Then(Answer.Json(Sb.Refused(429, "permitted in a minute is 60"), 429), Answer.Json(Sb.Done()));

        await sb.Use<ICreator<Client>>().CreateAsync(new Client { Name = "Acme" });

        Assert.Equal([TimeSpan.FromMinutes(1)], sb.Clock.Delays);
        Assert.Equal(2, sb.Server.Calls.Count);
    }

    [Fact]
    public async Task What_the_answer_says_of_the_wait_counts_more()
    {
        using var sb = new Sb();
        sb.Server.Then(Answer.Json(Sb.Refused(429, "60"), 429).With("Retry-After", "3"), Answer.Json(Sb.Done()));

        await sb.Use<ICreator<Client>>().CreateAsync(new Client { Name = "Acme" });

        Assert.Equal([TimeSpan.FromSeconds(3)], sb.Clock.Delays);
    }

    [Theory]
    [InlineData("""{"status":200,"duration":0.1,"response":"Saved."}""")]
    [InlineData("""{"status":200,"inserted_id":0}""")]
    public async Task An_answer_without_identifier_leaves_a_payment_in_doubt(string answer)
    {
        using var sb = new Sb();
        sb.Server.Otherwise(_ => Answer.Json(answer));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() =>
            sb.Use<IPaymentTaker>().AddAsync(new Invoice { Id = "901" }, new Payment { Amount = 1 }));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Single(sb.Server.Calls);
    }

    [Fact]
    public async Task A_lost_answer_to_a_numbered_invoice_is_looked_for()
    {
        using var sb = new Sb();
        sb.Server.Then(
            Answer.Json(Sb.Taxes),
            Answer.Reset(),
            Answer.Json(Sb.Data("""[{"invoices":{"id":900,"number":"XW-1","client_id":14,"created":"2026-03-05"}},{"invoices":{"id":901,"number":"W-1","client_id":14,"created":"2026-03-05"}}]""")));

        Invoice made = await sb.Use<IInvoiceCreator>().CreateAsync(OperationCases.Draft(InvoiceType.Invoice));

        Assert.Equal("901", made.Id);
        Assert.Equal("W-1", sb.Server.Calls[2].Json.Value<string>("invoice_number"));
    }

    [Fact]
    public async Task A_lost_answer_to_an_unnumbered_invoice_stays_in_doubt()
    {
        using var sb = new Sb();
        sb.Server.Then(Answer.Json(Sb.Taxes), Answer.Reset());
        Invoice draft = OperationCases.Draft(InvoiceType.Invoice);
        draft.Reference = null;

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => sb.Use<IInvoiceCreator>().CreateAsync(draft));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Equal(2, sb.Server.Calls.Count);
    }
}
