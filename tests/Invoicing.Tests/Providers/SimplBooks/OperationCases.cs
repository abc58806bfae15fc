using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Tests.ConnectorsSimplBooks;

/// <summary>One row an operation: the call, the answer, and the request as docs/facts/simplbooks.md has it.</summary>
internal sealed class OperationCase
{
    public OperationCase(string name, string request, string? body, string answer, Func<Sb, Task<object?>> run)
    {
        Name = name;
        Request = request;
        Body = body;
        Answer = answer;
        Run = run;
    }

    public string Name { get; }

    /// <summary>Verb and path below the account.</summary>
    public string Request { get; }

    public string? Body { get; }

    public string Answer { get; }

    public Func<Sb, Task<object?>> Run { get; }
}

internal static class OperationCases
{
    private const string Page = "\"page\":1,\"per_page\":1000}";
    private const string File = "\"JVBERi0xLjQ=\"";

    private static readonly DateTime Day = new(2026, 3, 5);

    public static readonly IReadOnlyList<OperationCase> All =
    [
        .. Plain<Item>("Item", "Items", "articles", "Article", new Item { Name = "Bowl", Code = "B-1", UnitPrice = 6.5m, IsStocked = true },
            """{"code":"B-1","name":"Bowl","price_per_unit":6.5,"is_inventory":true,"active":true}"""),
        new("GetItemStock", "POST articles/remnant/88", """{"warehouse_id":1,"date":"2026-03-05"}""", Sb.Data("""{"88":{"1":140}}"""),
            async sb => await sb.Use<IStockReader>().GetForItemAsync("88", "1", Day)),

        .. Plain<Client>("Client", "Clients", "clients", "Client", new Client { Name = "Acme", RegistrationNumber = "14000001", Country = "Estonia", Language = "et", PaymentDays = 14 },
            """{"name":"Acme","reg_no":"14000001","address_country":"EE","client_settings_due_days":14,"client_settings_language":"et_EE"}"""),
        .. Relations(),

        .. Plain<ClientNote>("ClientNote", "ClientNotes", "client_notes", "ClientNote", new ClientNote { ClientId = "14", Note = "Call first", DocumentType = "Invoice", DocumentId = "9" },
            """{"client_id":14,"note":"Call first","object_type":"Invoice","object_id":9}""", """{"note":"Call first"}"""),
        .. ReadOnly<LedgerAccount>("LedgerAccount", "financial_accounts", "FinancialAccount"),
        .. ReadOnly<BankAccount>("BankAccount", "income_accounts", "IncomeAccount"),

        new("ListReceipts", "GET incomings/list", "{" + Page, Sb.Data("""[{"Incoming":{"id":7}}]"""),
            async sb => await sb.Use<IPaymentReader>().List(new ListQuery()).ToListAsync()),
        new("GetReceipt", "GET incomings/get/7", null, Sb.Data("""{"Incoming":{"id":7,"income_sum":122},"Projects":[{"code":"P-7"}]}"""),
            async sb => await sb.Use<IPaymentReader>().GetAsync("7")),
        new("CreateReceipt", "POST incomings/create",
            """{"Incoming":{"income_account_id":1,"income_sum":122.0,"income_date":"2026-03-05","description":"Order","client_id":14},"invoice_id":901}""",
            Sb.Done(), async sb => await sb.Use<IPaymentTaker>().AddAsync(Bill, Money())),
        new("UpdateReceipt", "POST incomings/update",
            """{"Incoming":{"income_account_id":1,"income_sum":122.0,"income_date":"2026-03-05","description":"Order","id":7},"Projects":[{"code":"P-7"}]}""",
            Sb.Done(), sb => Done(sb.Use<IUpdater<Payment>>().UpdateAsync(Known(Money())))),
        new("DeleteReceipt", "POST incomings/delete/7", null, Sb.Done(), async sb => await sb.Use<IPaymentCanceler>().CancelAsync(new Payment { Id = "7" }, "")),
        new("BindReceipt", "POST incomings/invoice_paid", """{"incoming_id":7,"invoice_id":901,"full_cover":true}""", Sb.Done(0),
            sb => Done(sb.Use<IPaymentBinder>().BindAsync("7", Bill, fullCover: true))),

        new("ListInvoices", "GET invoices/list",
            """{"client_id":14,"invoice_number":"25014","created_from":"05-03-2026","created_until":"05-03-2026",""" + Page,
            Sb.Data("""[{"invoices":{"id":901,"number":"25014","created":"2026-03-05","paid":"0000-00-00"}}]"""),
            async sb => await sb.Use<IInvoiceReader>().List(new InvoiceQuery { ClientId = "14", Reference = "25014", DateFrom = Day, DateTo = Day }).ToListAsync()),
        new("GetInvoice", "GET invoices/get/901", null, Sb.Data("""{"Invoice":{"id":901},"Task":[]}"""), async sb => await sb.Use<IInvoiceReader>().GetAsync("901")),
        new("CreateInvoice", "POST invoices/create",
            """
            {"Invoice":{"proforma":false,"number":"W-1","client_id":14,"created":"2026-03-05","due":"2026-03-19","transaction_date":"2026-03-05"},
             "Tasks":[{"Task":{"article_id":88,"name":"Bowl","measure":"pc","amount":2.0,"vat_type_id":3,"price_per_unit":6.4}}]}
            """,
            Sb.Done(), async sb => await sb.Use<IInvoiceCreator>().CreateAsync(Draft(InvoiceType.Invoice))),
        new("UpdateInvoice", "POST invoices/update",
            """
            {"Invoice":{"proforma":false,"number":"W-1","client_id":14,"created":"2026-03-05","due":"2026-03-19","id":901},
             "Tasks":[{"Task":{"article_id":88,"name":"Bowl","measure":"pc","amount":2.0,"vat_type_id":3,"price_per_unit":6.4,"id":4410}}]}
            """,
            Sb.Done(), sb => Done(sb.Use<IUpdater<Invoice>>().UpdateAsync(Known(Draft(InvoiceType.Invoice), "901")))),
        new("DeleteInvoice", "POST invoices/delete/901", null, Sb.Done(), sb => Done(sb.Use<IRemover<Invoice>>().RemoveAsync(Bill))),
        new("GetInvoicePdf", "GET invoices/get_pdf/901", null, Sb.Data(File), async sb => await Fetch(sb.Use<IPdfExporter>().StartPdf(Bill, false))),
        new("GetInvoiceXml", "GET invoices/get_xml/901", null, Sb.Data(File), async sb => await Fetch(sb.Use<IXmlExchange>().StartXml(Bill))),
        new("CreateInvoiceFromXml", "POST invoices/create_from_xml", "<E_Invoice/>", Sb.Done(),
            async sb => await sb.Use<IXmlExchange>().ImportInvoiceAsync(Encoding.UTF8.GetBytes("<E_Invoice/>"))),
        new("MarkInvoiceSent", "POST invoices/sent/901", null, Sb.Done(), async sb => await sb.Use<IStateChanger>().ChangeStateAsync(Bill, InvoiceTransition.Sent)),
        new("GetInvoiceReceipts", "GET invoices/get_bound_receipts/901", null, Sb.Data("[7,8]"), async sb => await sb.Use<IRelatedDocumentReader>().GetRelatedAsync(Bill)),

        new("ListPayments", "GET payments/list", """{"payment_date":"2026-03-05","income_account_id":1,""" + Page, Sb.Data("""[{"Payment":{"id":7}}]"""),
            async sb => await sb.Use<IPurchasePayer>().ListOutgoing(new RecordQuery { AccountId = "1", DateFrom = Day, DateTo = Day }).ToListAsync()),
        new("GetPayment", "GET payments/get/7", null, Sb.Data("""{"Payment":{"id":7}}"""), async sb => await sb.Use<IPurchasePayer>().GetOutgoingAsync("7")),
        new("CreatePayment", "POST payments/create",
            """{"Payment":{"income_account_id":1,"payment_sum":122.0,"payment_date":"2026-03-05","description":"Order","client_id":20},"purchase_id":55}""",
            Sb.Done(), async sb => await sb.Use<IPurchasePayer>().AddAsync(Bought, Money())),
        new("UpdatePayment", "POST payments/update",
            """{"Payment":{"income_account_id":1,"payment_sum":122.0,"payment_date":"2026-03-05","description":"Order","id":7},"Projects":[{"code":"P-7"}]}""",
            Sb.Done(), sb => Done(sb.Use<IUpdater<Payment>>().UpdateAsync(Known(Money(outgoing: true))))),
        new("DeletePayment", "POST payments/delete/7", null, Sb.Done(),
            async sb => await sb.Use<IPaymentCanceler>().CancelAsync(new Payment { Id = "7", IsOutgoing = true }, "")),
        new("BindPayment", "POST payments/purchase_paid", """{"payment_id":7,"purchase_id":55}""", Sb.Done(0),
            sb => Done(sb.Use<IPaymentBinder>().BindAsync("7", Bought))),

        new("ListQuotes", "GET price_offers/list", """{"number":"H-1",""" + Page, Sb.Data("""[{"PriceOffer":{"id":12,"number":"H-1"}}]"""),
            async sb => await sb.Use<IInvoiceReader>().List(new InvoiceQuery { Types = [InvoiceType.Quote], Reference = "H-1" }).ToListAsync()),
        new("GetQuote", "GET price_offers/get/12", null, Sb.Data("""{"PriceOffer":{"number":"H-1"},"PriceOfferRow":[]}"""),
            async sb => await sb.Use<IInvoiceReader>().GetAsync(InvoiceType.Quote, "12")),
        new("CreateQuote", "POST price_offers/create",
            """
            {"PriceOffer":{"number":"W-1","client_id":14,"created":"2026-03-05","valid_until":"2026-03-19"},
             "PriceOfferRows":[{"PriceOfferRow":{"article_id":88,"name":"Bowl","measure":"pc","amount":2.0,"vat_type_id":3,"price_per_unit":6.4}}]}
            """,
            Sb.Done(), async sb => await sb.Use<IInvoiceCreator>().CreateAsync(Draft(InvoiceType.Quote))),
        new("UpdateQuote", "POST price_offers/update",
            """
            {"PriceOffer":{"number":"W-1","client_id":14,"created":"2026-03-05","valid_until":"2026-03-19","id":12},
             "PriceOfferRows":[{"PriceOfferRow":{"article_id":88,"name":"Bowl","measure":"pc","amount":2.0,"vat_type_id":3,"price_per_unit":6.4}}]}
            """,
            Sb.Done(), sb => Done(sb.Use<IUpdater<Invoice>>().UpdateAsync(Known(Draft(InvoiceType.Quote), "12")))),
        new("DeleteQuote", "POST price_offers/delete/12", null, Sb.Done(), sb => Done(sb.Use<IRemover<Invoice>>().RemoveAsync(Offer))),
        new("GetQuotePdf", "GET price_offers/get_pdf/12", null, Sb.Data(File), async sb => await Fetch(sb.Use<IPdfExporter>().StartPdf(Offer, false))),
        new("CancelQuote", "POST price_offers/cancel/12", null, Sb.Data("{}"), async sb => await sb.Use<IStateChanger>().ChangeStateAsync(Offer, InvoiceTransition.Canceled)),

        new("ListPurchases", "GET purchases/list", """{"client_id":20,"created_from":"05-03-2026",""" + Page, Sb.Data("""[{"Purchase":{"id":55}}]"""),
            async sb => await sb.Use<IReader<Purchase>>().List(new RecordQuery { ClientId = "20", DateFrom = Day }).ToListAsync()),
        new("GetPurchase", "GET purchases/get/55", null, Sb.Data("""{"Purchase":{"id":55},"PurchaseRow":[]}"""), async sb => await sb.Use<IReader<Purchase>>().GetAsync("55")),
        new("CreatePurchase", "POST purchases/create",
            """
            {"Purchase":{"number":"OA-5","client_id":20,"created":"2026-03-05","transaction_date":"2026-03-05","file_type":"pdf","file_contents":"JVBERi0="},
             "PurchaseRows":[{"PurchaseRow":{"name":"Paper","amount":3.0,"sum":30.0,"vat_type_id":9,"expense_account_id":61},"Projects":[{"code":"P-7"}]}]}
            """,
            Sb.Done(), async sb => await sb.Use<ICreator<Purchase>>().CreateAsync(NewPurchase())),
        new("UpdatePurchase", "POST purchases/update",
            """
            {"Purchase":{"number":"OA-5","client_id":20,"created":"2026-03-05","file_type":"pdf","file_contents":"JVBERi0=","id":55},
             "PurchaseRows":[{"PurchaseRow":{"name":"Paper","amount":3.0,"sum":30.0,"vat_type_id":9,"expense_account_id":61},"Projects":[{"code":"P-7"}]}]}
            """,
            Sb.Done(), sb => Done(sb.Use<IUpdater<Purchase>>().UpdateAsync(Known(NewPurchase(), "55")))),
        new("DeletePurchase", "POST purchases/delete/55", null, Sb.Done(), sb => Done(sb.Use<IRemover<Purchase>>().RemoveAsync(Bought))),
        new("GetPurchaseXml", "GET purchases/get_xml/55", null, Sb.Data(File), async sb => await Fetch(sb.Use<IXmlExchange>().StartXml(Bought))),
        new("GetPurchaseFile", "GET purchases/get_copy/55", null, Sb.Data(File), async sb => await Fetch(sb.Use<IPurchaseFileExporter>().StartFile(Bought))),
        new("CreatePurchaseFromXml", "POST purchases/create_from_xml", "<E_Invoice/>", Sb.Done(),
            async sb => await sb.Use<IXmlExchange>().ImportPurchaseAsync(Encoding.UTF8.GetBytes("<E_Invoice/>"))),
        new("GetPurchasePayments", "GET purchases/get_bound_payments/55", null, Sb.Data("[]"), async sb => await sb.Use<IPurchasePayer>().GetForPurchaseAsync(Bought)),

        .. Plain<InvoiceTask>("Task", "Tasks", "tasks", "Task", new InvoiceTask { ClientId = "14", Name = "Delivery", Quantity = 2, UnitPrice = 30, Date = Day, TaxId = "3" },
            """{"client_id":14,"name":"Delivery","amount":2.0,"price_per_unit":30.0,"date_of_doing":"2026-03-05","vat_type_id":3}"""),
        .. Plain<Warehouse>("Warehouse", "Warehouses", "warehouses", "Warehouse", new Warehouse { Name = "Main", LedgerAccountCode = "1310" },
            """{"name":"Main","financial_account_id":1310,"active":true}"""),
        new("GetWarehouseStock", "POST warehouses/remnant/1", null, Sb.Data("""{"88":140}"""),
            async sb => await sb.Use<IStockReader>().GetForWarehouseAsync("1", null)),
        new("ListTaxes", "GET vat_types/list", null, Sb.Taxes, async sb => await sb.Use<IReader<Tax>>().List(new ListQuery()).ToListAsync()),
    ];

    private static Invoice Bill => new() { Id = "901", Client = new Client { Id = "14" } };

    private static Invoice Offer => new() { Id = "12", Type = InvoiceType.Quote };

    private static Purchase Bought => new() { Id = "55", Supplier = new Client { Id = "20" } };

    public static Invoice Draft(InvoiceType type) => new()
    {
        Type = type,
        Reference = "W-1",
        Client = new Client { Id = "14", Name = "Acme" },
        Date = Day,
        DueDate = Day.AddDays(14),
        Lines = [new InvoiceLine { ItemId = "88", Name = "Bowl", Unit = "pc", Quantity = 2, UnitPrice = 6.4m, TaxId = "3", Extra = { ["id"] = 4410L, ["worker"] = "somebody" } }],
    };

    private static Purchase NewPurchase() => new()
    {
        Number = "OA-5",
        Supplier = new Client { Id = "20" },
        Date = Day,
        FileType = "pdf",
        FileContent = Encoding.ASCII.GetBytes("%PDF-"),
        Lines = [new InvoiceLine { Name = "Paper", Quantity = 3, UnitPrice = 10, TaxId = "9", AccountId = "61", Extra = { ["id"] = 120L, ["Projects"] = Projects() } }],
    };

    private static List<object> Projects() => [new Dictionary<string, object?> { ["code"] = "P-7" }];

    private static Payment Money(bool outgoing = false) =>
        new() { IsOutgoing = outgoing, AccountId = "1", Amount = 122, Date = Day, Notes = "Order" };

    private static Payment Known(Payment payment)
    {
        payment.Id = "7";
        payment.Extra["Projects"] = Projects();
        return payment;
    }

    private static T Known<T>(T record, string id)
        where T : InvoiceRecord
    {
        record.Id = id;
        return record;
    }

    private static async Task<object?> Done(Task work)
    {
        await work;
        return null;
    }

    private static async Task<object?> Fetch(ProviderOperation operation)
    {
        await operation.PollAsync();
        return operation.Content;
    }

    /// <summary>The five operations that most records have.</summary>
    private static IEnumerable<OperationCase> Plain<T>(string one, string many, string category, string key, T record, string body, string? changed = null)
        where T : InvoiceRecord, new()
    {
        foreach (OperationCase reading in ReadOnly<T>(one, category, key, many))
        {
            yield return reading;
        }

        yield return new($"Create{one}", $"POST {category}/create", $"{{\"{key}\":{body}}}", Sb.Done(), async sb => await sb.Use<ICreator<T>>().CreateAsync(record.Copy()));
        yield return new(
            $"Update{one}",
            $"POST {category}/update",
            $"{{\"{key}\":{(changed ?? body).Replace(",\"active\":true", "")[..^1]},\"id\":7}}}}",
            Sb.Done(),
            sb =>
            {
                T known = record.Copy();
                known.Id = "7";
                return Done(sb.Use<IUpdater<T>>().UpdateAsync(known));
            });
        yield return new($"Delete{one}", $"POST {category}/delete/7", null, Sb.Done(), sb => Done(sb.Use<IRemover<T>>().RemoveAsync(new T { Id = "7" })));
    }

    private static IEnumerable<OperationCase> ReadOnly<T>(string one, string category, string key, string? many = null)
        where T : InvoiceRecord
    {
        yield return new(
            $"List{many ?? one + "s"}",
            $"GET {category}/list",
            "{" + Page,
            Sb.Data($"[{{\"{key}\":{{\"id\":7}}}}]"),
            async sb => (await sb.Use<IReader<T>>().List(new ListQuery()).ToListAsync()).FirstOrDefault()?.Id);
        yield return new(
            $"Get{one}", $"GET {category}/get/7", null, Sb.Data($"{{\"{key}\":{{\"id\":7}}}}"), async sb => (await sb.Use<IReader<T>>().GetAsync("7")).Id);
    }

    private static IEnumerable<OperationCase> Relations()
    {
        foreach ((ClientRelation relation, string action) in new[]
        {
            (ClientRelation.Contact, "contacts"), (ClientRelation.Invoice, "invoices"), (ClientRelation.Receipt, "incomings"),
            (ClientRelation.Payment, "payments"), (ClientRelation.Purchase, "purchases"),
        })
        {
            yield return new(
                $"ListClient{relation}s",
                $"GET clients/{action}/14",
                null,
                Sb.Data("""[{"id":1}]"""),
                async sb => await sb.Use<IClientRelationReader>().GetRelatedAsync("14", relation));
        }
    }
}
