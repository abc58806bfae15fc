using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.ConnectorsSalenGo;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Fuzz;

/// <summary>Each in both styles of calling. In which shape answers come is not documented, so a name may be another one.</summary>
internal static class SalenGoProbes
{
    private const string Invoice = """
        {"invoice_id":"0012","status":"sent","number":"14","po_number":"ENC-1","date":"2026-03-05 00:00:00","client_id":3,"organization":"Duna SL","first_name":"Ana",
        "currency_code":"EUR","discount":"10","amount":"522.72","amount_outstanding":500.00,"paid":22.72,
        "lines":[{"name":"Consulting","unit_cost":"60.00","quantity":8,"tax1_name":"IVA","tax1_percent":21,"amount":480.00},
        {"name":"Visit","unit_cost":0.10,"quantity":"1.5","tax1_name":"","tax1_percent":0,"amount":"0.15"}]}
        """;

    private static readonly InvoiceLine[] Lines = [new InvoiceLine { Name = "Consulting", UnitPrice = 60m, Quantity = 8, Tax = "IVA", TaxRate = 21 }];

    public static IReadOnlyList<Probe> All { get; } = [.. In("Path"), .. In("Envelope")];

    private static IEnumerable<Probe> In(string style)
    {
        RigAccount account = SalenGoRig.Account($"DispatchStyle={style}", "StaffId=1");
        yield return Of("a document", $$"""{"invoice":{{Invoice}}}""", async rig => OfInvoice(await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "12"), "{invoice}"));
        yield return Of(
            "a quote", $$"""{"estimate":{{Invoice.Replace("invoice_id", "estimate_id")}}}""",
            async rig => OfInvoice(await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Quote, "12"), "{estimate}"));
        yield return Rows<Invoice>(
            "a list of documents", $$"""{"invoices":{"page":1,"per_page":2,"pages":2,"total":4,"invoice":[{{Invoice}},{"invoice_id":13,"amount":7.25,"status":"draft"}] } }""",
            rig => rig.Use<IInvoiceReader>().List(new InvoiceQuery { PageSize = 2, States = States }), "{invoices}{invoice}", OfInvoice);
        yield return Of(
            "a new document", """{"invoice_id":"0012"}""",
            async rig => OfInvoice(await rig.Use<IInvoiceCreator>().CreateAsync(Draft()), "none").Where(_ => false),
            call => Is(call, "create") ? null : SalenGoRig.Ok(Is(call, "list") ? """{"invoices":[]}""" : $$"""{"invoice":{{Invoice}}}"""));
        yield return Of(
            "a document that was made", $$"""{"invoice":{{Invoice}}}""", async rig =>
            {
                Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(Draft());
                return rig.Observer.Warnings.Any(text => text.Contains("could not be read")) ? [] : OfInvoice(made, "{invoice}");
            },
            call => Is(call, "create") ? SalenGoRig.Ok("""{"invoice_id":12}""") : null);
        yield return Rows<Payment>(
            "payments", """{"payments":[{"payment_id":1,"invoice_id":12,"amount":22.72,"date":"2026-03-06 00:00:00","type":"Cash"},{"payment_id":2,"amount":"0.01"}]}""",
            rig => rig.Use<IPaymentReader>().List(new ListQuery()), "{payments}", (payment, place) => [new(place + ".amount", payment.Amount)]);
        yield return Rows<Tax>(
            "taxes", """{"taxes":{"page":1,"tax":[{"tax_id":1,"name":"IVA","rate":21},{"tax_id":2,"name":"IRPF","rate":"-15.0"}]}}""",
            rig => rig.Use<IReader<Tax>>().List(new ListQuery()), "{taxes}{tax}", (tax, place) => [new(place + ".rate", tax.Rate)]);
        yield return Rows<Item>(
            "items", """{"items":[{"item_id":3,"name":"Hour","unit_cost":"42.50"},{"item_id":2,"name":"Day","unit_cost":340}]}""",
            rig => rig.Use<IReader<Item>>().List(new ListQuery { PageSize = 2 }), "{items}", (item, place) => [new(place + ".unit_cost", item.UnitPrice)]);
        yield return Rows<Expense>(
            "expenses",
            """{"expenses":{"total":1,"expense":{"expense_id":5,"amount":"121.00","date":"2026-03-05 00:00:00","tax1_name":"IVA","tax1_percent":21,"tax1_amount":"21.00"}}}""",
            rig => rig.Use<IReader<Expense>>().List(new ListQuery()), "{expenses}{expense}", OfExpense);
        yield return Of(
            "a profile",
            """{"recurring":{"recurring_id":9,"client_id":3,"frequency":"monthly","occurrences":0,"stopped":0,"amount":"36.30","lines":[{"name":"Hosting","unit_cost":30,"quantity":1}]}}""",
            async rig =>
            {
                Recurring profile = await rig.Use<IReader<Recurring>>().GetAsync("9");
                return [new("{response}{recurring}.amount", profile.Total), .. OfLines(profile.Lines, "{response}{recurring}")];
            });
        yield return Rows<Client>(
            "clients", """{"clients":{"page":1,"pages":1,"client":[{"client_id":3,"organization":"Duna SL"},{"client_id":4,"first_name":"Ana","p_country":"Spain"}]}}""",
            rig => rig.Use<IReader<Client>>().List(new ListQuery()), "{clients}{client}", (_, _) => []);

        yield return Rows<Webhook>(
            "web hooks", """{"callbacks":[{"callback_id":7,"event":"invoice.create","uri":"https://example.com/h","verified":1}]}""",
            rig => rig.Use<IReader<Webhook>>().List(new ListQuery()), "{callbacks}", (_, _) => []);
        yield return Rows<Category>(
            "categories", """{"categories":{"page":1,"pages":1,"category":{"category_id":7,"name":"Travel","parent_id":"003"}}}""",
            rig => rig.Use<IReader<Category>>().List(new ListQuery()), "{categories}{category}", (_, _) => []);

        Probe Of(string name, string members, Func<Rig, Task<IEnumerable<Amount>>> askAsync, Func<Call, string?>? besides = null) =>
            new($"{name} in style {style}", account, SalenGoRig.Ok(members), askAsync) { Besides = besides ?? (_ => null) };

        Probe Rows<T>(string name, string members, Func<Rig, Listing<T>> list, string place, Func<T, string, IEnumerable<Amount>> amounts) =>
            Of(name, members, async rig => (await list(rig).ToListAsync()).SelectMany((row, i) => amounts(row, $"{{response}}{place}({i})")));
    }

    /// <summary>Every state, so that no row is left out.</summary>
    private static IReadOnlyCollection<InvoiceState> States => [.. Enum.GetValues<InvoiceState>()];

    private static bool Is(Call call, string verb) => (call.Path + call.Body).Contains("invoice/" + verb) || (call.Path + call.Body).Contains("invoice." + verb);

    private static Invoice Draft() => new() { Reference = "ENC-1", Client = new Client { Id = "3" }, Lines = [.. Lines] };

    private static IEnumerable<Amount> OfInvoice(Invoice invoice, string place)
    {
        place = place.StartsWith("{response}", StringComparison.Ordinal) ? place : "{response}" + place;
        return
        [
            new(place + ".amount", invoice.Total),
            new(place + ".amount_outstanding", invoice.Outstanding),
            .. IfAny(place + ".discount", invoice.GlobalDiscount),
            .. OfLines(invoice.Lines, place),
        ];
    }

    private static IEnumerable<Amount> OfExpense(Expense expense, string place) =>
    [
        new(place + ".amount", expense.Amount), .. IfAny(place + ".tax1_percent", expense.TaxRate), .. IfAny(place + ".tax1_amount", expense.TaxAmount),
    ];

    private static IEnumerable<Amount> OfLines(IList<InvoiceLine> lines, string place) => lines.SelectMany((line, i) => new[]
    {
        new Amount($"{place}.lines({i}).unit_cost", line.UnitPrice),
        new Amount($"{place}.lines({i}).quantity", line.Quantity),
        new Amount($"{place}.lines({i}).amount", line.Subtotal),
    }.Concat(IfAny($"{place}.lines({i}).tax1_percent", line.TaxRate)));

    /// <summary>What is 0 may be taken for nothing.</summary>
    private static IEnumerable<Amount> IfAny(string place, decimal? value) => value is null ? [] : [new Amount(place, value)];
}
