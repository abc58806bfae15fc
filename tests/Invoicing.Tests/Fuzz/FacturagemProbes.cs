using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.ConnectorsFacturagem;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.Fuzz;

/// <summary>Each in both forms. The provider publishes no names, so most of them are guesses.</summary>
internal static class FacturagemProbes
{
    private const string Invoice = """
        {"invoice":{"id":901,"number":"2026-14","date":"2026-03-05","client_id":88,"client_name":"Niebla SL","client_country":"Spain","discount_percent":"10.0","discount":"120.00",
        "tax_base":"1080.00","iva_percent":"21.0","iva":"226.80","irpf_percent":"15","irpf":"162.00","recargo_percent":"0","recargo":"0.00","total":"1144.80","paid":false,
        "notes":"Ref. ENC-1\nThanks","links":[{"rel":"self","uri":"http://127.0.0.1/api/v1/accounts/12-ibarra/invoices/901.json"}],
        "lines":[{"id":1,"description":"Support","amount":"8.0","price":"60.00","total":"480.00"},{"id":2,"description":"Visit","amount":"6","price":"120.00","total":"720.00"}]}}
        """;

    private const string Template = """{"invoice":{"number":"2026-15","date":"2026-03-05","iva_percent":"21.0","irpf_percent":"0","discount_percent":"5.0","notes":"Thanks"}}""";

    private const string Countries = """{"countries":[{"id":1,"code":"ES","name":"Spain"},{"id":2,"code":"PT","name":"Portugal"}]}""";

    public static IReadOnlyList<Probe> All { get; } = [.. In("Json", Format.Json, json => json), .. In("Xml", Format.Xml, json => RailsXml.Of(JToken.Parse(json)))];

    private static IEnumerable<Probe> In(string name, Format format, Func<string, string> text)
    {
        var account = new RigAccount("FACTURAgem", "12-ibarra") { Settings = new Dictionary<string, string> { ["Format"] = name } };
        yield return Of("a document", Invoice, async rig => Amounts(await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "901"), ".invoice"));
        yield return Of(
            "a list of documents",
            """{"invoices":[{"id":1,"number":"1","tax_base":"10.00","iva":"2.10","total":"12.10"},{"id":2,"number":"2","total":"1234.56"},{"id":3,"total":"-7.5","paid":true}]}""",
            async rig => (await rig.Use<IInvoiceReader>().List(new InvoiceQuery()).ToListAsync()).SelectMany((invoice, i) => Amounts(invoice, $"{{invoices}}[{i}]")));
        yield return Of(
            "a new document", Invoice, async rig => Amounts(await rig.Use<IInvoiceCreator>().CreateAsync(Draft()), ".invoice"),
            call => call.Method == "POST" ? null : call.Path.Contains("/new") ? text(Template) : text("""{"invoices":[]}"""));
        yield return Of("a template", Template, rig => Probe.NoneAsync(rig.Use<IInvoiceCreator>().CreateAsync(Draft())), call => call.Method == "POST" ? text(Invoice) : null);
        yield return Of(
            "a payment", """{"payment":{"id":3,"amount":"12.10","date":"2026-03-05","method":"cash","notes":"half"}}""",
            async rig => [new(".payment.amount", (await rig.Use<IPaymentTaker>().AddAsync(new Invoice { Id = "901" }, new Payment { Amount = 12.10m })).Amount)]);
        yield return Of(
            "a client", """{"client":{"id":88,"name":"Niebla SL","cif":"B00000000","country_code":"ES","city":"Ronda","created_at":"2026-03-05T10:00:00Z"}}""",
            rig => Probe.NoneAsync(rig.Use<IReader<Client>>().GetAsync("88")));
        yield return Of(
            "clients", """{"clients":[{"id":88,"name":"Niebla SL","country_id":1},{"id":89,"name":"Duna SL","country":"Portugal"}]}""",
            rig => Probe.NoneAsync(rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync()), call => call.Path.Contains("countries") ? text(Countries) : null);
        yield return Of("countries", Countries, rig => Probe.NoneAsync(rig.Use<IReader<Country>>().List(new ListQuery()).ToListAsync()));
        yield return Of(
            "an account", """{"account":{"id":12,"name":"Ibarra","cif":"B00000000","iva_percent":"21.0","irpf_percent":"15"}}""",
            async rig =>
            {
                InvoiceAccount own = await rig.Use<IAccountReader>().GetAsync(null);
                return [new(".account.iva_percent", own.TaxRate) { IsGuess = true }, new(".account.irpf_percent", own.Withholding) { IsGuess = true }];
            });
        yield return Of(
            "fields", Invoice, rig => Probe.NoneAsync(rig.Use<IFieldReader>().GetFieldsAsync(FieldOwner.Invoice, FieldOperation.Create)));
        yield return Of(
            "a deletion", """{"message":{"text":"gone","code":"1"}}""", rig => Probe.NoneAsync(rig.Use<IRemover<Client>>().RemoveAsync(new Client { Id = "88" })));
        yield return Of(
            "a login", """{"session":{"api_key":"4f5e6d7c8b9a0f1e"}}""", rig => Probe.NoneAsync(rig.Use<IReader<Client>>().GetAsync("88")),
            call => call.Path.Contains("session") ? null : text("""{"client":{"id":88}}"""),
            account with { Login = new NetworkCredential("ana@example.com", "p4ss/w0rd") });

        Probe Of(string what, string json, Func<Rig, Task<IEnumerable<Amount>>> askAsync, Func<Call, string?>? besides = null, RigAccount? other = null) =>
            new($"{what} in {name}", other ?? account, text(json), askAsync) { Format = format, Besides = besides ?? (_ => null) };
    }

    private static Invoice Draft() => new()
    {
        Client = new Client { Id = "88", Name = "Niebla SL" },
        Lines = [new InvoiceLine { Name = "Support", Quantity = 8, UnitPrice = 60.00m, TaxRate = 21 }],
    };

    private static IEnumerable<Amount> Amounts(Invoice invoice, string place) =>
    [
        new(place + ".total", invoice.Total),
        new(place + ".discount", invoice.DiscountTotal),
        new(place + ".discount_percent", invoice.GlobalDiscount),
        new(place + ".recargo", invoice.SurchargeTotal),
        .. new (string Name, decimal? Value)[]
        {
            ("tax_base", invoice.NetTotal), ("iva_percent", invoice.TaxRate), ("iva", invoice.TaxTotal), ("irpf_percent", invoice.Withholding),
            ("irpf", invoice.WithholdingTotal), ("recargo_percent", invoice.Surcharge),
        }.Select(field => new Amount($"{place}.{field.Name}", field.Value) { IsGuess = true }),
        .. invoice.Lines.SelectMany((line, i) => new Amount[]
        {
            new($"{place}.lines[{i}].amount", line.Quantity) { IsGuess = true },
            new($"{place}.lines[{i}].price", line.UnitPrice) { IsGuess = true },
            new($"{place}.lines[{i}].total", line.Total),
        }),
    ];
}
