using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.ConnectorsSimplBooks;

/// <summary>Work whose answer is lost: found, made again where it surely was not done, or in doubt; never done twice.</summary>
public sealed class DoubtTests
{
    private const string None = "[]";

    private static string Row(string date = "2026-03-05", int client = 14, string total = "15.87") => $$"""
        [{"invoices":{"id":901,"number":"W-1","client_id":{{client}},"created":"{{date}}","total_sum":{{total}} } }]
        """;

    [Fact]
    public async Task The_provider_is_asked_for_the_number_alone()
    {
        using var sb = new Sb();
        sb.Server.Then(Answer.Json(Sb.Taxes), Answer.Reset(), Answer.Json(Sb.Data(Row())));

        Assert.Equal("901", (await sb.Use<IInvoiceCreator>().CreateAsync(OperationCases.Draft(InvoiceType.Invoice))).Id);
        Assert.Equal(["invoice_number", "page", "per_page"], sb.Server.Calls[^1].Json.Properties().Select(property => property.Name));
    }

    /// <summary>How the provider rounds is not known, nor whose day it writes.</summary>
    [Theory]
    [InlineData("2026-03-05", 14, "15.88")]
    [InlineData("2026-03-04", 14, "15.87")]
    [InlineData("2026-03-05", 15, "15.87")]
    public async Task What_is_nearly_it_is_neither_taken_nor_made_again(string date, int client, string total)
    {
        using var sb = new Sb();
        sb.Server.Then(Answer.Json(Sb.Taxes), Answer.Reset(), Answer.Json(Sb.Data(Row(date, client, total))));

        ProviderException fault = await InDoubtAsync(sb, OperationCases.Draft(InvoiceType.Invoice));

        Assert.Contains("'W-1'", fault.Message);
        Assert.Contains("'W-1'", fault.Advice);
        Assert.Single(sb.Server.Calls, call => call.Path.EndsWith("/create"));
    }

    [Fact]
    public async Task An_old_document_with_the_number_is_another_one()
    {
        using var sb = new Sb();
        sb.Server.Then(Answer.Json(Sb.Taxes), Answer.Reset()).Otherwise(_ => Answer.Json(Sb.Data(Row("2025-03-05"))));

        ProviderException fault = await InDoubtAsync(sb, OperationCases.Draft(InvoiceType.Invoice));

        Assert.Contains("was not found", fault.Message);
    }

    /// <summary>Behind a gateway that gave up waiting, the provider goes on.</summary>
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task What_may_still_be_under_way_is_not_sent_again(int status)
    {
        using var sb = new Sb();
        sb.Server.Then(Answer.Json(Sb.Taxes), Answer.Empty(status)).Otherwise(_ => Answer.Json(Sb.Data(None)));

        await InDoubtAsync(sb, OperationCases.Draft(InvoiceType.Invoice));

        Assert.Single(sb.Server.Calls, call => call.Path.EndsWith("/create"));
    }

    [Fact]
    public async Task A_payment_in_doubt_names_its_invoice()
    {
        using var sb = new Sb();
        sb.Server.Then(Answer.Reset());
        var invoice = new Invoice { Id = "901", Number = "W-1", Client = new Client { Id = "14" } };

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(
            () => sb.Use<IPaymentTaker>().AddAsync(invoice, new Payment { Amount = 12.5m, AccountId = "1" }));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Contains("12.50 for Invoice W-1", fault.Message);
        Assert.Single(sb.Server.Calls);
    }

    private static async Task<ProviderException> InDoubtAsync(Sb sb, Invoice invoice)
    {
        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => sb.Use<IInvoiceCreator>().CreateAsync(invoice));
        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        return fault;
    }
}
