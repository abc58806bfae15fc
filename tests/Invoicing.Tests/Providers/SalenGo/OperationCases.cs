using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Tests.ConnectorsSalenGo;

/// <summary>
/// Each operation (docs/facts/salengo.md#methods): how it is done, the members that are sent, and the members of the answers.
/// </summary>
internal static class OperationCases
{
    private const string Lines = """[{"name":"Consulting","unit_cost":60.00,"quantity":8,"tax1_name":"IVA","tax1_percent":21}]""";

    public static readonly IReadOnlyDictionary<string, OperationCase> All = Crud<Client>(
            "client", "clients", new Client { Name = "Talleres Ibarra SL", TaxNumber = "B00000000" },
            """{"organization":"Talleres Ibarra SL","vat_number":"B00000000"}""")
        .Concat(Crud<Item>("item", "items", new Item { Name = "Hora", UnitPrice = 42.5m }, """{"name":"Hora","unit_cost":42.50}"""))
        .Concat(Crud<Tax>("tax", "taxes", new Tax { Name = "IVA", Rate = 21.0m }, """{"name":"IVA","rate":21}"""))
        .Concat(Crud<Category>("category", "categories", new Category { Name = "Viajes", ParentId = "3" }, """{"name":"Viajes","parent_id":3}"""))
        .Concat(Crud<Expense>(
            "expense",
            "expenses",
            new Expense { StaffId = "1", CategoryId = "7", ClientId = "3", Amount = 121m, Date = new DateTime(2024, 3, 5), Supplier = "Papeleria Norte", Tax = "IVA", TaxRate = 21 },
            """{"staff_id":1,"category_id":7,"client_id":3,"amount":121.00,"vendor":"Papeleria Norte","date":"2024-03-05 00:00:00","tax1_name":"IVA","tax1_percent":21,"tax1_amount":21.00}"""))
        .Concat(Crud<Recurring>(
            "recurring",
            "recurrings",
            new Recurring { Client = new Client { Id = "4711" }, Frequency = RecurringFrequency.TwoMonths, OccurrenceCount = 0, SendEmail = true, SendPost = false, Lines = [Line()] },
            $$"""{"frequency":"2 months","occurrences":0,"send_email":1,"send_snail_mail":0,"lines":{{Lines}},"client_id":4711}"""))
        .Concat(Documents("invoice", "invoices", InvoiceType.Invoice))
        .Concat(Documents("estimate", "estimates", InvoiceType.Quote))
        .Concat(Payments())
        .Concat(Webhooks())
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    private static InvoiceLine Line() => new() { Name = "Consulting", UnitPrice = 60m, Quantity = 8, Tax = "IVA", TaxRate = 21 };

    private static Dictionary<string, OperationCase> Crud<T>(string name, string plural, T item, string row)
        where T : InvoiceRecord, new()
    {
        string whole = $$"""{"{{name}}":{"{{name}}_id":12,{{row[1..]}}}""";
        return new Dictionary<string, OperationCase>
        {
            [$"{name}/create"] = new(
                async rig => OperationCase.HasId(await rig.Use<ICreator<T>>().CreateAsync(item), "12"), $$"""{"{{name}}":{{row}}}""", $$"""{"{{name}}_id":"00000000012"}""", whole),
            [$"{name}/get"] = new(async rig => OperationCase.HasId(await rig.Use<IReader<T>>().GetAsync("12"), "12"), $$"""{"{{name}}_id":12}""", whole),
            [$"{name}/update"] = new(
                async rig =>
                {
                    T changed = await rig.Use<IReader<T>>().GetAsync("12");
                    await rig.Use<IUpdater<T>>().UpdateAsync(changed);
                },
                $$"""{"{{name}}":{"{{name}}_id":12,{{row[1..]}}}""",
                whole,
                "{}")
            { Skip = 1 },
            [$"{name}/delete"] = new(rig => rig.Use<IRemover<T>>().RemoveAsync(new T { Id = "12" }), $$"""{"{{name}}_id":12}""", "{}"),
            [$"{name}/list"] = ListOf<T>(name, plural),
        };
    }

    private static OperationCase ListOf<T>(string name, string plural)
        where T : InvoiceRecord => new(
            async rig => OperationCase.HasId(Xunit.Assert.Single(await rig.Use<IReader<T>>().List(new ListQuery()).ToListAsync()), "12"),
            """{"page":1,"per_page":100}""",
            $$"""{"{{plural}}":{"page":1,"per_page":100,"pages":1,"total":1,"{{name}}":[{"{{name}}_id":12}]""" + "}}");

    private static Dictionary<string, OperationCase> Documents(string name, string plural, InvoiceType type)
    {
        string row = $$"""{"po_number":"ENC-1","date":"2024-03-05 00:00:00","currency_code":"EUR","lines":{{Lines}},"client_id":4711}""";
        string whole = $$"""{"{{name}}":{"{{name}}_id":12,"status":"draft","amount":580.80,{{row[1..]}}}""";
        var cases = new Dictionary<string, OperationCase>
        {
            [$"{name}/create"] = new(
                async rig =>
                {
                    Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(new Invoice
                    {
                        Type = type, Reference = "ENC-1", Date = new DateTime(2024, 3, 5), Currency = "EUR", Client = new Client { Id = "4711" }, Lines = [Line()],
                    });
                    OperationCase.HasId(made, "12");
                    Xunit.Assert.Equal((type, 580.80m, 480m, 100.80m), (made.Type, made.Total, made.NetTotal, made.TaxTotal));
                },
                $$"""{"{{name}}":{{row}}}""",
                $$"""{"{{name}}_id":12}""",
                whole),
            [$"{name}/get"] = new(async rig => OperationCase.HasId(await rig.Use<IInvoiceReader>().GetAsync(type, "12"), "12"), $$"""{"{{name}}_id":12}""", whole),
            [$"{name}/update"] = new(
                async rig => await rig.Use<IUpdater<Invoice>>().UpdateAsync(await rig.Use<IInvoiceReader>().GetAsync(type, "12")),
                $$"""{"{{name}}":{"{{name}}_id":12,{{row[1..]}}}""",
                whole,
                "{}")
            { Skip = 1 },
            [$"{name}/delete"] = new(rig => rig.Use<IRemover<Invoice>>().RemoveAsync(new Invoice { Id = "12", Type = type }), $$"""{"{{name}}_id":12}""", "{}"),
            [$"{name}/list"] = new(
                async rig => OperationCase.HasId(
                    Xunit.Assert.Single(await rig.Use<IInvoiceReader>().List(new InvoiceQuery { Types = [type], ClientId = "3", DateTo = new DateTime(2024, 3, 31) }).ToListAsync()), "12"),
                """{"page":1,"per_page":100,"client_id":3,"date_to":"2024-03-31 23:59:59"}""",
                $$"""{"{{plural}}":{"page":1,"per_page":100,"pages":1,"total":1,"{{name}}":[{"{{name}}_id":12,"client_id":3,"date":"2024-03-05 00:00:00"}]""" + "}}"),
            [$"{name}/sendByEmail"] = new(
                rig => rig.Use<IInvoiceMailer>().SendAsync(new Invoice { Id = "12", Type = type }, new EmailMessage()), $$"""{"{{name}}_id":12}""", "{}"),
        };
        if (type == InvoiceType.Quote)
        {
            cases["estimate/accept"] = new(
                async rig => Xunit.Assert.Equal(
                    InvoiceState.Accepted,
                    (await rig.Use<IStateChanger>().ChangeStateAsync(new Invoice { Id = "12", Type = type }, InvoiceTransition.Accepted)).State),
                """{"estimate_id":12}""",
                "{}",
                """{"estimate":{"estimate_id":12,"status":"accepted"}}""");
        }

        return cases;
    }

    private static Dictionary<string, OperationCase> Payments()
    {
        const string Row = """{"invoice_id":9,"date":"2024-03-06 00:00:00","amount":50.25,"type":"Bank Transfer"}""";
        string whole = $$"""{"payment":{"payment_id":12,"client_id":3,{{Row[1..]}}}""";
        Dictionary<string, OperationCase> cases = new()
        {
            ["payment/create"] = new(
                async rig =>
                {
                    Payment made = await rig.Use<IPaymentTaker>().AddAsync(
                        new Invoice { Id = "9" }, new Payment { Amount = 50.25m, Date = new DateTime(2024, 3, 6), Method = PaymentMethod.BankTransfer });
                    OperationCase.HasId(made, "12");
                    Xunit.Assert.Equal((PaymentMethod.BankTransfer, "9", "3"), (made.Method, made.InvoiceId, made.Client!.Id));
                },
                $$"""{"payment":{{Row}}}""",
                """{"payment_id":12}""",
                whole),
            ["payment/get"] = new(async rig => OperationCase.HasId(await rig.Use<IPaymentReader>().GetAsync("12"), "12"), """{"payment_id":12}""", whole),
            ["payment/update"] = new(
                async rig =>
                {
                    Payment payment = await rig.Use<IPaymentReader>().GetAsync("12");
                    payment.Notes = "late";
                    await rig.Use<IUpdater<Payment>>().UpdateAsync(payment);
                },
                $$"""{"payment":{"payment_id":12,"notes":"late",{{Row[1..]}}}""",
                whole,
                "{}")
            { Skip = 1 },
            ["payment/delete"] = new(
                async rig => Xunit.Assert.Equal(InvoiceState.Canceled, (await rig.Use<IPaymentCanceler>().CancelAsync(new Payment { Id = "12" }, "wrong")).State),
                """{"payment_id":12}""",
                "{}"),
            ["payment/list"] = new(
                async rig => OperationCase.HasId(Xunit.Assert.Single(await rig.Use<IPaymentReader>().GetForInvoiceAsync(new Invoice { Id = "9" })), "12"),
                """{"page":1,"per_page":100,"invoice_id":9}""",
                """{"payments":{"page":1,"per_page":100,"pages":1,"total":1,"payment":[{"payment_id":12}]}}"""),
        };
        return cases;
    }

    private static Dictionary<string, OperationCase> Webhooks()
    {
        const string List = """{"callbacks":{"page":1,"per_page":25,"pages":1,"total":1,"callback":[{"callback_id":12,"uri":"https://hooks.example.com/sg","event":"invoice/create","verified":1}]}}""";
        return new Dictionary<string, OperationCase>
        {
            ["callback/create"] = new(
                async rig =>
                {
                    Webhook made = await rig.Use<IWebhookKeeper>().CreateAsync(new Webhook { Event = "invoice/create", Uri = "https://hooks.example.com/sg" });
                    Xunit.Assert.Equal(("12", "invoice.create", true), (made.Id, made.Event, made.Confirmed));
                },
                """{"callback":{"event":"invoice.create","uri":"https://hooks.example.com/sg"}}""",
                """{"callback_id":12}""",
                List),
            ["callback/verify"] = new(
                rig => rig.Use<IWebhookKeeper>().ConfirmAsync(new Webhook { Id = "12" }, "3bPTNcPgbN76QLgKLSR9"),
                """{"callback":{"callback_id":12,"verifier":"3bPTNcPgbN76QLgKLSR9"}}""",
                "{}"),
            ["callback/resendToken"] = new(rig => rig.Use<IWebhookKeeper>().ResendCodeAsync(new Webhook { Id = "12" }), """{"callback_id":12}""", "{}"),
            ["callback/list"] = new(
                async rig => Xunit.Assert.Equal(
                    "invoice.create", Xunit.Assert.Single(await rig.Use<IWebhookKeeper>().List(new WebhookQuery { Event = "invoice/create" }).ToListAsync()).Event),
                """{"page":1,"per_page":100,"event":"invoice.create"}""",
                List),
            ["callback/delete"] = new(rig => rig.Use<IWebhookKeeper>().RemoveAsync(new Webhook { Id = "12" }), """{"callback_id":12}""", "{}"),
        };
    }
}

/// <summary>How one operation is done and what goes over the wire.</summary>
internal sealed class OperationCase
{
    public OperationCase(Func<SalenGoRig, Task> run, string members, params string[] answers)
    {
        Run = run;
        Members = members;
        Answers = answers;
    }

    public Func<SalenGoRig, Task> Run { get; }

    /// <summary>What the request of the operation holds beside the method and the token.</summary>
    public string Members { get; }

    public string[] Answers { get; }

    /// <summary>Requests that come before the one that it is about.</summary>
    public int Skip { get; init; }

    public static void HasId(InvoiceRecord record, string id) => Xunit.Assert.Equal(id, record.Id);
}
