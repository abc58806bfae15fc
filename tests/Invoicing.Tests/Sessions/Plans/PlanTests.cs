using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Invoicing.Tests.Inputs;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Plans;

/// <summary>Plans say what they would do, do it once, and carry nothing from one document to the next.</summary>
public sealed class PlanTests
{
    public static TheoryData<string> Providers() => [.. Place.Providers];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task APlanIsSentOnce(string provider)
    {
        using var place = new Place(provider);
        InvoicePlan plan = await place.Session.Invoices.PrepareAsync(PlanCase.NewInvoice(place, await PlanCase.ClientAsync(place)));
        await plan.SendAsync();
        place.Server.ClearRequests();

        await Assert.ThrowsAsync<InvalidOperationException>(() => plan.SendAsync());

        Assert.Empty(place.Server.Requests);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task NothingIsPreparedTwice(string provider)
    {
        using var place = new Place(provider);
        InvoicePlan plan = await place.Session.Invoices.PrepareAsync(PlanCase.NewInvoice(place, await PlanCase.ClientAsync(place)));
        place.Server.ClearRequests();

        await plan.SendAsync();

        // The document, and what of it has to be read back where the answer tells its identifier alone.
        Assert.InRange(place.Server.Requests.Count, 1, 2);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TheAnswerIsAnObjectOfItsOwn(string provider)
    {
        using var place = new Place(provider);
        Client client = await PlanCase.ClientAsync(place);
        Invoice given = PlanCase.NewInvoice(place, client);
        InvoicePlan plan = await place.Session.Invoices.PrepareAsync(given);

        Invoice made = await plan.SendAsync();

        Assert.NotSame(given, made);
        Assert.NotSame(given.Client, made.Client);
        Assert.DoesNotContain(made.Lines, line => given.Lines.Contains(line) || plan.Lines.Contains(line));
        Assert.NotNull(made.Id);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AnEditedTaxCountsOnTheSecondUse(string provider)
    {
        using var place = new Place(provider);
        Client client = await PlanCase.ClientAsync(place);
        var line = new InvoiceLine { Name = "Work", Quantity = 1, UnitPrice = 100, Tax = place.Tax };
        Invoice first = PlanCase.NewInvoice(place, client);
        first.Lines = [line];
        await (await place.Session.Invoices.PrepareAsync(first)).SendAsync();
        line.Tax = OtherTax(provider);
        Invoice second = PlanCase.NewInvoice(place, client);
        second.Reference = "PLAN-2";
        second.Lines = [line];

        InvoicePlan plan = await place.Session.Invoices.PrepareAsync(second);

        Assert.Equal(decimal.Parse(new string([.. line.Tax.Where(char.IsDigit)])), Assert.Single(plan.Lines).TaxRate);
    }

    [Fact]
    public async Task ALineThatWasWithheldFromDoesNotWithholdOnTheNextInvoice()
    {
        using var place = new Place("SalenGo");
        Client client = await PlanCase.ClientAsync(place);
        var line = new InvoiceLine { Name = "Work", Quantity = 1, UnitPrice = 100, Tax = place.Tax };
        Invoice withheld = PlanCase.NewInvoice(place, client);
        withheld.Withholding = 15;
        withheld.Lines = [line];
        InvoicePlan first = await place.Session.Invoices.PrepareAsync(withheld);
        await first.SendAsync();
        Invoice next = PlanCase.NewInvoice(place, client);
        next.Reference = "PLAN-2";
        next.Lines = [line];

        InvoicePlan second = await place.Session.Invoices.PrepareAsync(next);

        Assert.Equal((15m, 106m), (first.Totals!.Withholding, first.Totals.Total));
        Assert.Equal((0m, 121m), (second.Totals!.Withholding, second.Totals.Total));
        Assert.Null((await second.SendAsync()).Withholding);
    }

    [Fact]
    public async Task TheItemOfALineStaysInItsAccount()
    {
        using var one = new Place("SimplBooks");
        using var other = new Place("SimplBooks");
        Item item = (await one.Session.Items.ListAsync().FirstOrDefaultAsync())!;
        var line = new InvoiceLine { Name = item.Name, ItemCode = item.Code, Quantity = 1, UnitPrice = 10, Tax = one.Tax };
        Invoice first = PlanCase.NewInvoice(one, await PlanCase.ClientAsync(one));
        first.Lines = [line];

        InvoicePlan plan = await one.Session.Invoices.PrepareAsync(first);
        await plan.SendAsync();

        Assert.Equal(item.Id, Assert.Single(plan.Lines).ItemId);
        Assert.Null(line.ItemId);

        line.ItemCode = null;
        line.Name = "A thing that only this line knows";
        Invoice second = PlanCase.NewInvoice(other, await PlanCase.ClientAsync(other));
        second.Lines = [line];
        other.Server.ClearRequests();
        await (await other.Session.Invoices.PrepareAsync(second)).SendAsync();

        Assert.Null(Assert.Single((await other.Session.Invoices.PrepareAsync(second)).Lines).ItemId);
        Assert.DoesNotContain($"\"article_id\":{item.Id}", other.Server.Requests.Last(request => request.Path.Contains("create")).Body);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AMissingClientIsShownAndCreatedOnce(string provider)
    {
        using var place = new Place(provider);
        var named = new Client { Name = "Harbour Cafe", Email = "cafe@example.com", Country = place.Country };
        InvoiceSet invoices = place.Session.Invoices;
        var options = new InvoiceOptions { CreateMissing = true };
        Invoice one = PlanCase.NewInvoice(place, named);
        Invoice two = PlanCase.NewInvoice(place, named);
        two.Reference = "PLAN-2";
        place.Server.ClearRequests();

        InvoicePlan first = await invoices.PrepareAsync(one, options);
        InvoicePlan second = await place.Session.Invoices.PrepareAsync(two, options);

        Assert.Contains("creates first client 'Harbour Cafe", first.ToString());
        Assert.Equal("Harbour Cafe", Assert.IsType<Client>(first.CreatesFirst.First()).Name);
        Assert.Null(await place.Session.Clients.FindAsync("Harbour Cafe"));

        Invoice[] made = [await first.SendAsync(), await second.SendAsync()];
        InvoicePlan third = await place.Session.Invoices.PrepareAsync(PlanCase.NewInvoice(place, named), options);

        Assert.Single(made.Select(invoice => invoice.ClientId).Distinct());
        Assert.DoesNotContain(third.CreatesFirst, record => record is Client);
        Assert.Null(named.Id);
        Assert.Single(await place.Session.Clients.ListAsync().ToListAsync(), client => client.Name == "Harbour Cafe");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ADocumentThatIsRefusedLeavesNoClientBehind(string provider)
    {
        using var place = new Place(provider);
        Invoice invoice = PlanCase.NewInvoice(place, new Client { Name = "Harbour Cafe", Country = place.Country });
        invoice.Lines[0].UnitPrice = null;

        await Assert.ThrowsAnyAsync<InvoicingException>(() => place.Session.Invoices.PrepareAsync(invoice, new InvoiceOptions { CreateMissing = true }));

        Assert.Null(await place.Session.Clients.FindAsync("Harbour Cafe"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AClientThatDoesNotExistIsNotFound(string provider)
    {
        using var place = new Place(provider);

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(
            () => place.Session.Invoices.PrepareAsync(PlanCase.NewInvoice(place, new Client { Name = "Nobody Ltd" })));

        Assert.Equal(ErrorKind.NotFound, fault.Kind);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ADocumentThatIsThereIsNotMadeAgain(string provider)
    {
        using var place = new Place(provider);
        Client client = await PlanCase.ClientAsync(place);
        var options = new InvoiceOptions { SkipExisting = true };
        Invoice made = await (await place.Session.Invoices.PrepareAsync(PlanCase.NewInvoice(place, client), options)).SendAsync();

        InvoicePlan again = await place.Session.Invoices.PrepareAsync(PlanCase.NewInvoice(place, client), options);
        place.Server.ClearRequests();
        Invoice found = await again.SendAsync();

        Assert.True(again.IsDone);
        Assert.Equal(made.Id, again.Existing!.Id);
        Assert.Equal(made.Id, found.Id);
        Assert.NotSame(again.Existing, found);
        Assert.Empty(place.Server.Requests);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task APlanOfADocumentShowsLinesTotalsAndWhetherItBinds(string provider)
    {
        using var place = new Place(provider);

        InvoicePlan plan = await place.Session.Invoices.PrepareAsync(PlanCase.NewInvoice(place, await PlanCase.ClientAsync(place)));

        string text = plan.ToString();
        Assert.Contains("reference 'PLAN-1'", text);
        Assert.Contains("net 20.00", text);
        Assert.Contains("2 x Work @ 10.00", text);
        Assert.Contains(place.Session.Name, text);
        Assert.Equal(20m, plan.Totals!.Net);
        Assert.Equal(plan.Totals.Tax, plan.Totals.Taxes.Sum(share => share.Amount));
        Assert.Equal(provider is "SimplBooks" or "FACTURAgem", plan.IsBinding);
        Assert.Equal(plan.IsBinding, text.Contains("binds"));
        Assert.Equal(provider != "InvoiceXpress", text.Contains("estimate"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AnUpdateShowsOldAndNewValues(string provider)
    {
        using var place = new Place(provider);
        Client client = await PlanCase.ClientAsync(place);
        string? old = client.City;
        client.City = "Vila Nova";

        ChangePlan<Client> plan = await place.Session.Clients.PrepareUpdateAsync(client);

        FieldChange change = Assert.Single(plan.Changes);
        Assert.Equal((nameof(Client.City), old, "Vila Nova"), (change.Field, change.Old, change.New));
        Assert.Contains("City: ", plan.ToString());
        Assert.Contains("-> 'Vila Nova'", plan.ToString());
        Assert.Equal(old, (await place.Session.Clients.GetAsync(client.Id!)).City);

        Client sent = await plan.SendAsync();

        Assert.NotSame(client, sent);
        Assert.Equal("Vila Nova", (await place.Session.Clients.GetAsync(client.Id!)).City);
    }

    [Fact]
    public async Task AnUpdateOfADocumentShowsTheFieldsOfItsLines()
    {
        using var place = new Place("InvoiceXpress");
        Invoice made = await (await place.Session.Invoices.PrepareAsync(PlanCase.NewInvoice(place, await PlanCase.ClientAsync(place)))).SendAsync();
        Invoice wanted = await place.Session.Invoices.GetAsync(made.Type, made.Id!);
        wanted.Lines[0].UnitPrice = 12;
        wanted.Lines.Add(new InvoiceLine { Name = "Travel", Quantity = 1, UnitPrice = 5, Tax = place.Tax });

        InvoicePlan plan = await place.Session.Invoices.PrepareUpdateAsync(wanted);

        Assert.Equal(["Line 1 UnitPrice", "Line 2"], plan.Changes.Select(change => change.Field));
        Assert.Equal("Line 1 UnitPrice: 10.00 -> 12.00", plan.Changes[0].ToString());
        Assert.Equal(29m, plan.Totals!.Net);
    }

    [Fact]
    public void SecretsAreNotShown()
    {
        var before = new InvoiceAccount { Name = "Acme", ApiKey = Rig.Secret("old-key") };
        var after = new InvoiceAccount { Name = "Acme", ApiKey = Rig.Secret("new-key"), Extra = { ["password"] = "hunter2" } };

        IReadOnlyList<FieldChange> changes = FieldChanges.Between(before, after);

        Assert.Equal(["ApiKey: changed", "Extra 'password': changed"], changes.Select(change => change.ToString()));
        Assert.All(changes, change => Assert.True(change is { IsSecret: true, Old: null, New: null }));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ARecordOfAnotherSessionIsNotChangedHere(string provider)
    {
        using var one = new Place(provider);
        using var other = new Place(provider);
        Client client = await PlanCase.ClientAsync(one);
        other.Server.ClearRequests();

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => other.Session.Clients.PrepareUpdateAsync(client));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.Empty(other.Server.Requests);
    }

    [Fact]
    public async Task AClientOfAnotherSessionIsFoundByWhatIdentifiesIt()
    {
        using var one = new Place("InvoiceXpress");
        using var other = new Place("InvoiceXpress");
        await other.Session.Clients.PrepareAsync(new Client { Name = "First of the other", Code = "X-1" }).ContinueWith(plan => plan.Result.SendAsync()).Unwrap();
        Client here = await (await one.Session.Clients.PrepareAsync(new Client { Name = "Moved", Code = "M-1" })).SendAsync();
        Client there = await (await other.Session.Clients.PrepareAsync(new Client { Name = "Moved", Code = "M-1" })).SendAsync();

        Invoice made = await (await other.Session.Invoices.PrepareAsync(PlanCase.NewInvoice(other, here))).SendAsync();

        Assert.Equal(there.Id, made.ClientId);
        Assert.NotEqual(here.Id, made.ClientId);
    }

    [Fact]
    public async Task AnObserverHearsOfWhatIsDoneThroughIt()
    {
        using var place = new Place("InvoiceXpress");
        var observer = new RecordingObserver();

        await place.Session.With(observer).Clients.ListAsync().FirstOrDefaultAsync();

        Assert.NotEmpty(observer.Traces);
    }

    [Fact]
    public void AKindThatTheProviderDoesNotHaveNamesThoseThatDo()
    {
        using var place = new Place("InvoiceXpress");

        InvoicingException fault = Assert.Throws<InvoicingException>(() => place.Session.Purchases.ListAsync());

        Assert.Equal(ErrorKind.NotSupported, fault.Kind);
        Assert.Contains("SimplBooks", fault.Message);
    }

    [Fact]
    public async Task ValuesThatTheProviderHasNoFieldForAreInThePlan()
    {
        using var place = new Place("SalenGo");

        ChangePlan<Client> plan = await place.Session.Clients.PrepareAsync(new Client { Name = "Plan & Sons", Website = "https://example.com" });

        Assert.Equal("Website", Assert.Single(plan.LeftOut).Field);
        Assert.Contains("leaves out Website", plan.ToString());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task WithoutAnAmountAllThatIsOpenIsPaid(string provider)
    {
        using var place = new Place(provider);
        Invoice made = await (await place.Session.Invoices.PrepareAsync(PlanCase.NewInvoice(place, await PlanCase.ClientAsync(place)))).SendAsync();
        made = made.State == InvoiceState.Draft ? await (await place.Session.Invoices.PrepareCompleteAsync(made)).SendAsync() : made;
        var payment = new Payment();

        ChangePlan<Payment> plan = await place.Session.Payments.PrepareAsync(made, payment);

        Invoice whole = await place.Session.Invoices.GetAsync(made.Type, made.Id!);
        Assert.Contains(FormattableString.Invariant($"{whole.Total:0.00}"), plan.ToString());
        Assert.Null(payment.Amount);
    }

    /// <summary>A copy has no part in common with its record: new properties join by themselves.</summary>
    [Fact]
    public void ACopySharesNothingThatCanBeChanged()
    {
        Type[] records = [.. typeof(InvoiceRecord).Assembly.GetExportedTypes().Where(type => typeof(InvoiceRecord).IsAssignableFrom(type) && !type.IsAbstract)];

        foreach (Type type in records.Append(typeof(InvoiceLine)))
        {
            object record = Filled(type);
            object copy = type == typeof(InvoiceLine) ? ((InvoiceLine)record).Copy() : ((InvoiceRecord)record).CopyAll();
            Assert.Equal(Dump.Of(record), Dump.Of(copy));
            foreach (PropertyInfo property in type.GetProperties().Where(property => IsPart(property) && property.GetValue(record) is not null))
            {
                Assert.False(ReferenceEquals(property.GetValue(record), property.GetValue(copy)), $"{type.Name}.{property.Name} is shared");
            }
        }
    }

    private static bool IsPart(PropertyInfo property) =>
        !property.PropertyType.IsValueType && property.PropertyType != typeof(string) && property.CanWrite
        && property.PropertyType != typeof(System.Security.SecureString) && !property.PropertyType.Name.StartsWith("IReadOnly", StringComparison.Ordinal);

    private static object Filled(Type type)
    {
        object made = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties().Where(property => IsPart(property) && property.SetMethod is { IsPublic: true }))
        {
            property.SetValue(made, property.PropertyType == typeof(byte[]) ? new byte[] { 1 }
                : property.PropertyType == typeof(IList<InvoiceLine>) ? new List<InvoiceLine> { new() { Name = "A" } }
                : Activator.CreateInstance(property.PropertyType));
        }

        return made;
    }

    private static string OtherTax(string provider) => provider switch
    {
        "InvoiceXpress" => "IVA6",
        "SimplBooks" => "9",
        _ => "10",
    };
}
