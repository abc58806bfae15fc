using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Xunit;

namespace Invoicing.Tests.ConnectorsSimplBooks;

/// <summary>Answers that hold something else than what was asked for, which must not look like less of it.</summary>
public sealed class BadAnswerTests
{
    [Theory]
    [InlineData("""{"Invoice":7,"Task":[]}""")]
    [InlineData("""{"Invoice":null}""")]
    [InlineData("""{"Invoice":{"id":901},"Task":"none"}""")]
    [InlineData("""{"Invoice":{"id":901},"Task":[7]}""")]
    [InlineData("""{"Invoice":{"id":901},"Task":{"name":"Bowl"}}""")]
    public async Task ADocumentWithoutItsPartsIsNone(string data)
    {
        using var sb = new Sb();
        sb.Server.Then(Sb.Data(data));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => sb.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "901"));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{"items":[]}""", false)]
    [InlineData("""{"status":200}""", true)]
    [InlineData("""{"data":[]}""", true)]
    public async Task WhatIsNotTheProvidersIsNoEmptyList(string answer, bool good)
    {
        using var sb = new Sb();
        sb.Server.Then(answer);

        Task<List<Client>> listing = sb.Use<IReader<Client>>().List(new ListQuery()).ToListAsync();

        Assert.Equal(good, (await Record.ExceptionAsync(() => listing) as ProviderException)?.Kind != ErrorKind.UnexpectedAnswer);
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("\"\"", "")]
    [InlineData("""[{"name":"Bowl"},{"name":"Cup"}]""", "Bowl, Cup")]
    [InlineData("""{"4410":{"name":"Bowl"},"4411":{"name":"Cup"}}""", "Bowl, Cup")]
    public async Task RowsComeAsAListOrAMapOrNotAtAll(string rows, string names)
    {
        using var sb = new Sb();
        sb.Server.Then(Sb.Data($$"""{"Invoice":{"id":901},"Task":{{rows}}}"""));

        Invoice invoice = await sb.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "901");

        Assert.Equal(names, string.Join(", ", invoice.Lines.Select(line => line.Name)));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[7]")]
    [InlineData("""{"88":7}""")]
    [InlineData("""{"88":{"1":[2]}}""")]
    [InlineData("""{"88":{"1":"many"}}""")]
    public async Task StockThatIsNoNumberIsNone(string data)
    {
        using var sb = new Sb();
        sb.Server.Then(Sb.Data(data));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => sb.Use<IStockReader>().GetForItemAsync("88", null, null));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Theory]
    [InlineData(ClientRelation.Receipt, """["text"]""")]
    [InlineData(ClientRelation.Invoice, """[{"Invoice":{"total_sum":"much"}}]""")]
    [InlineData(ClientRelation.Contact, "[7]")]
    public async Task WhatBelongsToAClientIsReadAsAnAnswer(ClientRelation relation, string data)
    {
        using var sb = new Sb();
        sb.Server.Then(Sb.Data(data));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => sb.Use<IClientRelationReader>().GetRelatedAsync("14", relation));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Theory]
    [InlineData("[{}]")]
    [InlineData("[[7]]")]
    [InlineData("[null]")]
    public async Task AnIdentifierIsANumberOrAText(string data)
    {
        using var sb = new Sb();
        sb.Server.Then(Sb.Data(data));

        await Assert.ThrowsAsync<ProviderException>(() => sb.Use<IRelatedDocumentReader>().GetRelatedAsync(new Invoice { Id = "901" }));
    }

    [Theory]
    [InlineData(400, ErrorKind.ValidationFailed)]
    [InlineData(0, ErrorKind.OutcomeUnknown)]
    [InlineData(201, ErrorKind.OutcomeUnknown)]
    [InlineData(-1, ErrorKind.OutcomeUnknown)]
    [InlineData(7000, ErrorKind.OutcomeUnknown)]
    public async Task AStatusThatIsNoRefusalDoesNotSayThatNothingWasMade(int status, ErrorKind kind)
    {
        using var sb = new Sb();
        sb.Server.Then(Sb.Refused(status, "no"));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => sb.Use<ICreator<Client>>().CreateAsync(new Client { Name = "Acme" }));

        Assert.Equal(kind, fault.Kind);
    }
}
