using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.ConnectorsSalenGo;
using Invoicing.Tests.ConnectorsSimplBooks;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>Amounts that are each fine and together too large.</summary>
public sealed class LargeAmountTests
{
    private const decimal Large = decimal.MaxValue;

    [Theory]
    [InlineData("InvoiceXpress", Ix.Taxes, "IVA23")]
    [InlineData("SimplBooks", null, "24")]
    [InlineData("FACTURAgem", "{\"invoice\":{\"number\":\"1\"}}", "21")]
    [InlineData("SalenGo", "{\"response\":{\"status\":\"ok\",\"taxes\":[{\"tax_id\":1,\"name\":\"IVA\",\"rate\":21}]}}", "IVA")]
    public async Task TotalsThatAreTooLargeAreRefusedBeforeTheyAreSent(string provider, string? answer, string tax)
    {
        using var rig = new Rig(account: new RigAccount(provider, "12"));
        rig.Server.Otherwise(_ => Answer.Json(answer ?? Sb.Taxes));
        var invoice = new Invoice
        {
            Client = new Client { Id = "14", Name = "Acme" }, Lines = [new InvoiceLine { Name = "Gold", Quantity = 10, UnitPrice = Large, Tax = tax }],
        };

        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().PreviewAsync(invoice));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.Contains("too large", fault.Message);
    }

    [Fact]
    public async Task WhatAProviderToldIsRightWithoutASum()
    {
        using var salenGo = new SalenGoRig().Then($$$"""{"invoice":{"invoice_id":12,"amount":{{{Large}}},"lines":[{"name":"Gold","quantity":10,"unit_cost":{{{Large}}}}]}}""");
        using var facturagem = new Rig(account: new RigAccount("FACTURAgem", "12"));
        facturagem.Server.Then($$$"""{"invoice":{"id":12,"tax_base":"{{{Large}}}","discount":"{{{Large}}}","total":7}}""");

        Invoice one = await salenGo.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "12");
        Invoice other = await facturagem.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "12");

        Assert.Equal((Large, Large, null), (one.Total, one.Lines[0].UnitPrice, one.NetTotal));
        Assert.Equal((Large, 7m, null), (other.NetTotal, other.Total, other.Sum));
        Assert.Null(new Expense { Amount = Large, TaxAmount = -Large }.NetAmount);
    }
}
