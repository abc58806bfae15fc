using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Inputs;

/// <summary>The ends of the numbers and of the calendar are answered in words.</summary>
public sealed class LimitTests
{
    public static TheoryData<string> Providers() => [.. Place.Providers];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ATotalThatNobodyCanReckonIsRefused(string provider)
    {
        using var place = new Place(provider);
        Invoice huge = await NewInvoiceAsync(place);
        huge.Lines[0].Quantity = huge.Lines[0].UnitPrice = decimal.MaxValue;

        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(() => place.Use<IInvoiceCreator>().PreviewAsync(huge));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.Contains("too large", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InvoiceXpress", 30)]
    [InlineData("InvoiceXpress", int.MaxValue)]
    [InlineData("FACTURAgem", 30)]
    [InlineData("FACTURAgem", int.MaxValue)]
    public async Task ADueDateAfterTheLastDayIsRefused(string provider, int days)
    {
        using var place = new Place(provider);
        Invoice late = await NewInvoiceAsync(place);
        late.Date = DateTime.MaxValue.Date;
        late.DueDate = null;
        late.Client!.PaymentDays = days;

        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(() => place.Use<IInvoiceCreator>().PreviewAsync(late));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.Contains("due", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWholeNumberLargerThanALongIsSentAsItIs()
    {
        using var place = new Place("SalenGo");

        var huge = new Tax { Name = "Huge", Rate = 10_000_000_000_000_000_000m };

        // It is for the provider to say that this is no percentage.
        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => place.Use<ICreator<Tax>>().CreateAsync(huge));

        Assert.Equal(ErrorKind.ValidationFailed, fault.Kind);
        Assert.Contains("10000000000000000000", place.Server.Requests[^1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InvoiceXpress", "key\r\nX-Header: y")]
    [InlineData("InvoiceXpress", "two words")]
    [InlineData("SimplBooks", "k\u20ACy")]
    [InlineData("FACTURAgem", "\uFEFFkey")]
    [InlineData("SalenGo", "k\0y")]
    public void AKeyThatNoRequestCanCarryIsRefusedAtOnceAndNotShown(string provider, string key)
    {
        var options = new ConnectOptions { Provider = provider, Account = "acme", ApiKey = Rig.Secret(key), BaseUri = new Uri("http://127.0.0.1:9/") };

        InvoicingException fault = Assert.Throws<InvoicingException>(() => InvoiceSession.Connect(options));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.DoesNotContain(key, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnInvoiceWithACharacterThatXmlHasNotCanStillBeHadAsXml()
    {
        using var place = new Place("SimplBooks");
        Invoice odd = await NewInvoiceAsync(place);
        odd.Lines[0].Name = "a\0b\u0007c";
        Invoice made = await place.Use<IInvoiceCreator>().CreateAsync(odd);

        ProviderOperation xml = place.Use<IXmlExchange>().StartXml(made);
        await new OperationPoller { Interval = TimeSpan.FromMilliseconds(1) }.WaitAsync(xml);

        Assert.True(xml.IsReady);
    }

    private static async Task<Invoice> NewInvoiceAsync(Place place)
    {
        List<Client> clients = await place.Use<IReader<Client>>().List(new ListQuery()).ToListAsync();
        return new Invoice
        {
            Client = await place.Use<IReader<Client>>().GetAsync(clients[0].Id!),
            Date = new DateTime(2026, 3, 5),
            Lines = [new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 1, Tax = place.Tax }],
        };
    }
}
