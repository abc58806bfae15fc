using System;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Xunit;

namespace Invoicing.Tests.Inputs;

/// <summary>FACTURAgem proposes the next number to everybody who asks.</summary>
public sealed class NumberTests
{
    [Fact]
    public async Task DocumentsThatAreMadeAtOnceHaveEachTheirOwnNumber()
    {
        using var place = new Place("FACTURAgem");
        Client client = (await place.Use<IReader<Client>>().List(new ListQuery()).FirstOrDefaultAsync())!;

        Invoice[] made = await Task.WhenAll(Enumerable.Range(1, 24).Select(i => place.Use<IInvoiceCreator>().CreateAsync(New(client, i))));

        Assert.Equal(24, made.Select(invoice => invoice.Number).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 24).Select(i => (decimal?)i), made.Select(invoice => invoice.NetTotal).Order());
    }

    [Fact]
    public async Task ANumberThatAnotherSessionTookIsFollowedByTheNext()
    {
        using var place = new Place("FACTURAgem");
        Client client = (await place.Use<IReader<Client>>().List(new ListQuery()).FirstOrDefaultAsync())!;
        var creator = place.Use<IInvoiceCreator>();
        Invoice late = New(client, 1);
        PreparedChange<Invoice> ready = await creator.PrepareAsync(late);
        string proposed = ready.Record.Number!;
        Invoice quick = New(client, 2);
        quick.Number = proposed;
        await place.Use<IInvoiceCreator>().CreateAsync(quick);

        Invoice made = await ready.SendAsync();

        Assert.NotEqual(proposed, made.Number);
    }

    [Fact]
    public async Task ANumberOfTheCallersIsNotChanged()
    {
        using var place = new Place("FACTURAgem");
        Client client = (await place.Use<IReader<Client>>().List(new ListQuery()).FirstOrDefaultAsync())!;
        Invoice first = New(client, 1);
        Invoice second = New(client, 2);
        first.Number = second.Number = "MINE-1";
        await place.Use<IInvoiceCreator>().CreateAsync(first);

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => place.Use<IInvoiceCreator>().CreateAsync(second));

        Assert.Equal(ErrorKind.ValidationFailed, fault.Kind);
    }

    private static Invoice New(Client client, decimal price) => new()
    {
        Client = client,
        Date = new DateTime(2026, 3, 10),
        Lines = [new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = price, TaxRate = 21 }],
        Withholding = 0,
        GlobalDiscount = 0,
        GlobalDiscountType = "percentage",
    };
}
