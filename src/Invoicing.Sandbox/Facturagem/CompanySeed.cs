using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Makes the invented company that a server starts with.</summary>
internal static class CompanySeed
{
    private static readonly DateTime Begin = new(2026, 1, 7);

    private static readonly (string Description, decimal Price)[] Services =
    {
        ("Diseño de página web", 480.00m),
        ("Mantenimiento mensual", 75.00m),
        ("Consultoría, por hora", 60.00m),
        ("Sesión de fotografía", 320.00m),
        ("Maquetación de catálogo", 145.50m),
        ("Traducción, por página", 18.25m),
        ("Formación en la empresa", 410.00m),
        ("Impresión de carteles", 6.9m),
    };

    /// <summary>Rates in force in Spain, the usual one most often. [inferred]</summary>
    private static readonly decimal[] IvaRates = { 21, 21, 21, 10, 21, 4, 21, 0 };

    public static Book Make(SandboxOptions options, Shapes shapes)
    {
        var book = new Book(new Record(Resource.Account)
        {
            ["name"] = "Estudio Alcor, S.L.",
            ["cif"] = "B00000018",
            ["street1"] = "Calle del Álamo 7",
            ["street2"] = "2.º izquierda",
            ["city"] = "Zaragoza",
            ["province"] = "Zaragoza",
            ["postal_code"] = "50001",
            ["country_code"] = "ES",
            ["iva_percent"] = 21m,
            ["charges_irpf"] = true,
            ["irpf_percent"] = 15m,
            ["invoice_footer"] = "Gracias por su confianza.",
        });
        var today = options.Now().Date;
        foreach (var client in SeedClients.Make(options.ClientCount, options.Seed))
        {
            client["created_at"] = client["updated_at"] = new DateTimeOffset(Start(today).AddHours(9), TimeSpan.Zero);
            book.AddClient(client);
        }

        if (options.ClientCount > 0)
        {
            AddInvoices(book, shapes, options, today.AddDays(-1));
        }

        return book;
    }

    private static void AddInvoices(Book book, Shapes shapes, SandboxOptions options, DateTime yesterday)
    {
        var drafts = new Drafts(book, shapes);
        var start = Start(yesterday);
        for (var i = 0; i < options.InvoiceCount; i++)
        {
            var date = start.AddDays(options.InvoiceCount == 1 ? 0 : (long)(yesterday - start).Days * i / (options.InvoiceCount - 1));
            var client = book.Clients.All[Mixer.Pick(book.Clients.All.Count, options.Seed, i, 200)];
            var invoice = drafts.Fresh(date);
            invoice["number"] = NextNumber.Propose(book, date);
            invoice["due_date"] = date.AddDays(30);
            invoice["iva_percent"] = IvaRates[Mixer.Pick(IvaRates.Length, options.Seed, i, 201)];
            invoice["irpf_percent"] = Mixer.Pick(3, options.Seed, i, 202) == 0 ? 15m : null;
            invoice["discount_percent"] = client["discount_percent"];
            invoice["lines"] = Lines(options.Seed, i);
            drafts.Address(invoice, client);
            InvoiceMath.Compute(invoice, shapes.LineTaxes);
            book.AddInvoice(invoice);
            Pay(book, invoice, i % 4, yesterday);
        }
    }

    /// <summary>Of four invoices two are paid, one is paid in part and one is open.</summary>
    private static void Pay(Book book, Record invoice, int fate, DateTime yesterday)
    {
        var date = ((DateTime)invoice["date"]!).AddDays(12);
        if (fate < 3 && date <= yesterday)
        {
            var amount = fate < 2 ? invoice.Number("total") : InvoiceMath.Round(invoice.Number("total") / 3);
            book.Pay(invoice, new Record(Resource.Payment) { ["amount"] = amount, ["date"] = date });
        }
    }

    private static List<Record> Lines(int seed, int i) => Enumerable.Range(0, 1 + Mixer.Pick(3, seed, i, 210)).Select(n =>
    {
        var (description, price) = Services[(i + (n * 3)) % Services.Length];
        return new Record(Resource.Line)
        {
            ["description"] = description,
            ["amount"] = 1m + Mixer.Pick(8, seed, i, 220 + n),
            ["price"] = price,
        };
    }).ToList();

    /// <summary>A clock from before that time gets the ninety days before it instead.</summary>
    private static DateTime Start(DateTime yesterday) => yesterday >= Begin ? Begin : yesterday.AddDays(-90);
}
