using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Inputs;

namespace Invoicing.Tests.Plans;

/// <summary>One kind of plan at any provider: what it is prepared from, how, and values that the rules refuse.</summary>
internal sealed class PlanCase
{
    private PlanCase(string method, Type capability, Func<Place, Task<object[]>> make, Func<Place, object[], Task<Func<Task>>> prepare)
    {
        Method = method;
        Capability = capability;
        MakeAsync = make;
        PrepareAsync = prepare;
    }

    /// <summary>The method of a set that prepares it, such as <c>InvoiceSet.PrepareSendAsync</c>.</summary>
    public string Method { get; }

    /// <summary>The capability that a provider needs for it.</summary>
    public Type Capability { get; }

    /// <summary>Makes the arguments.</summary>
    public Func<Place, Task<object[]>> MakeAsync { get; }

    /// <summary>Prepares the plan out of the arguments, and gives what sends it.</summary>
    public Func<Place, object[], Task<Func<Task>>> PrepareAsync { get; }

    /// <summary>Makes the arguments unfit to be sent; <c>null</c> where there is nothing to be unfit.</summary>
    public Action<object[]>? Spoil { get; init; }

    public static IReadOnlyList<PlanCase> All { get; } =
    [
        Of("RecordSet`1.PrepareAsync", typeof(ICreator<Client>), NewClientAsync, (place, it) => place.Session.Clients.PrepareAsync((Client)it[0]), it => ((Client)it[0]).Name = ((Client)it[0]).Email = ""),
        Of(
            "RecordSet`1.PrepareUpdateAsync",
            typeof(IUpdater<Client>),
            AnyClientAsync,
            (place, it) => place.Session.Clients.PrepareUpdateAsync((Client)it[0]),
            it => ((Client)it[0]).Id = null),
        Of(
            "RecordSet`1.PrepareRemoveAsync",
            typeof(IRemover<Client>),
            AnyClientAsync,
            (place, it) => place.Session.Clients.PrepareRemoveAsync((Client)it[0]),
            it => ((Client)it[0]).Id = ""),
        Of(
            "InvoiceSet.PrepareAsync",
            typeof(IInvoiceCreator),
            NewInvoiceAsync,
            (place, it) => place.Session.Invoices.PrepareAsync((Invoice)it[0], (InvoiceOptions)it[1]),
            it => ((Invoice)it[0]).Lines[0].UnitPrice = null),
        Of(
            "InvoiceSet.PrepareCopyAsync",
            typeof(IInvoiceCreator),
            MadeInvoiceAsync,
            (place, it) => place.Session.Invoices.PrepareCopyAsync((Invoice)it[0]),
            it => ((Invoice)it[0]).Id = null),
        Of(
            "InvoiceSet.PrepareUpdateAsync",
            typeof(IUpdater<Invoice>),
            MadeInvoiceAsync,
            (place, it) => place.Session.Invoices.PrepareUpdateAsync((Invoice)it[0]),
            it => ((Invoice)it[0]).Id = null),
        Of(
            "InvoiceSet.PrepareRemoveAsync",
            typeof(IRemover<Invoice>),
            MadeInvoiceAsync,
            (place, it) => place.Session.Invoices.PrepareRemoveAsync((Invoice)it[0]),
            it => ((Invoice)it[0]).Id = null),
        Of(
            "InvoiceSet.PrepareCompleteAsync",
            typeof(IStateChanger),
            MadeInvoiceAsync,
            (place, it) => place.Session.Invoices.PrepareCompleteAsync((Invoice)it[0]),
            it => ((Invoice)it[0]).Id = null),
        Of(
            "InvoiceSet.PrepareStateAsync",
            typeof(IStateChanger),
            MadeInvoiceAsync,
            (place, it) => place.Session.Invoices.PrepareStateAsync((Invoice)it[0], place.Step),
            it => ((Invoice)it[0]).Id = null),
        Of(
            "InvoiceSet.PrepareSendAsync",
            typeof(IInvoiceMailer),
            async place => [.. await IssuedInvoiceAsync(place), new EmailMessage()],
            (place, it) => place.Session.Invoices.PrepareSendAsync((Invoice)it[0], (EmailMessage)it[1]),
            it => ((Invoice)it[0]).Id = null),
        Of(
            "PaymentSet.PrepareAsync",
            typeof(IPaymentTaker),
            async place => [.. await IssuedInvoiceAsync(place), new Payment { Amount = 1, Method = PaymentMethod.BankTransfer }],
            (place, it) => place.Session.Payments.PrepareAsync((Invoice)it[0], (Payment)it[1]),
            it => ((Payment)it[1]).Amount = 0),
        Of(
            "PaymentSet.PrepareUpdateAsync",
            typeof(IUpdater<Payment>),
            MadePaymentAsync,
            (place, it) => place.Session.Payments.PrepareUpdateAsync((Payment)it[0]),
            it => ((Payment)it[0]).Id = null),
        Of(
            "PaymentSet.PrepareRemoveAsync",
            typeof(IPaymentCanceler),
            MadePaymentAsync,
            (place, it) => place.Session.Payments.PrepareRemoveAsync((Payment)it[0], "entered twice"),
            it => ((Payment)it[0]).Id = null),
        Of(
            "PaymentSet.PrepareBindAsync",
            typeof(IPaymentBinder),
            async place => [.. await MadeInvoiceAsync(place)],
            (place, it) => place.Session.Payments.PrepareBindAsync("1", (Invoice)it[0]),
            it => ((Invoice)it[0]).Id = null),
        Of(
            "SeriesSet.PrepareRegisterAsync",
            typeof(ISequenceKeeper),
            AnySeriesAsync,
            (place, it) => place.Session.Series.PrepareRegisterAsync((Sequence)it[0]),
            it => ((Sequence)it[0]).Id = null),
        Of(
            "SeriesSet.PrepareDefaultAsync",
            typeof(ISequenceKeeper),
            AnySeriesAsync,
            (place, it) => place.Session.Series.PrepareDefaultAsync((Sequence)it[0]),
            it => ((Sequence)it[0]).Id = null),
    ];

    public static Invoice NewInvoice(Place place, Client client) => new()
    {
        Reference = "PLAN-1",
        Client = client,
        Date = new DateTime(2026, 3, 10, 9, 30, 0),
        Lines = [new InvoiceLine { Name = "Work", Description = "March", Quantity = 2, UnitPrice = 10, Tax = place.Tax }],
    };

    public static async Task<Client> ClientAsync(Place place)
    {
        Client listed = (await place.Session.Clients.ListAsync().FirstOrDefaultAsync())!;
        return await place.Session.Clients.GetAsync(listed.Id!);
    }

    private static PlanCase Of<T>(
        string method, Type capability, Func<Place, Task<object[]>> make, Func<Place, object[], Task<ChangePlan<T>>> prepare, Action<object[]> spoil)
        where T : class => new(method, capability, make, async (place, it) => Sender(await prepare(place, it))) { Spoil = spoil };

    private static PlanCase Of(
        string method, Type capability, Func<Place, Task<object[]>> make, Func<Place, object[], Task<InvoicePlan>> prepare, Action<object[]> spoil) =>
        new(method, capability, make, async (place, it) => Sender(await prepare(place, it))) { Spoil = spoil };

    private static Func<Task> Sender<T>(ChangePlan<T> plan)
        where T : class => () => plan.SendAsync();

    private static Task<object[]> NewClientAsync(Place place) =>
        Task.FromResult<object[]>([new Client { Name = "Plan & Sons", Email = "plan@example.com", Country = place.Country }]);

    private static async Task<object[]> AnyClientAsync(Place place)
    {
        Client client = await ClientAsync(place);
        client.Phone = "123456789";
        return [client];
    }

    private static async Task<object[]> NewInvoiceAsync(Place place) => [NewInvoice(place, await ClientAsync(place)), new InvoiceOptions()];

    private static async Task<object[]> MadeInvoiceAsync(Place place)
    {
        Invoice made = await (await place.Session.Invoices.PrepareAsync(NewInvoice(place, await ClientAsync(place)))).SendAsync();
        Invoice whole = await place.Session.Invoices.GetAsync(made.Type, made.Id!);
        whole.Notes = "Changed";
        return [whole];
    }

    private static async Task<object[]> IssuedInvoiceAsync(Place place)
    {
        var made = (Invoice)(await MadeInvoiceAsync(place))[0];
        return made.State == InvoiceState.Draft ? [await (await place.Session.Invoices.PrepareCompleteAsync(made)).SendAsync()] : [made];
    }

    private static async Task<object[]> MadePaymentAsync(Place place)
    {
        var issued = (Invoice)(await IssuedInvoiceAsync(place))[0];
        return [await (await place.Session.Payments.PrepareAsync(issued, new Payment { Amount = 1 })).SendAsync()];
    }

    private static async Task<object[]> AnySeriesAsync(Place place) => [(await place.Session.Series.ListAsync().FirstOrDefaultAsync())!];
}
