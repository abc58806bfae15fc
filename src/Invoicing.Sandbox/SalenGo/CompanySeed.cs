using System;
using System.Linq;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Creates clients, catalogue and past documents of the invented company, by the methods that requests use.</summary>
internal sealed class CompanySeed
{
    private const int Days = 120;

    private static readonly (string Name, decimal Percent)[] Taxes =
    {
        ("IVA", 21), ("IVA reducido", 10), ("IVA superreducido", 4), ("IRPF", -15),
    };

    private static readonly (string Name, string Description, decimal Price)[] Items =
    {
        ("Reparación", "Hora de taller", 42.00m),
        ("Montaje", "Montaje en el domicilio", 95.00m),
        ("Consultoría", "Asesoramiento técnico, hora", 60.00m),
        ("Cuota mensual", "Mantenimiento", 75.00m),
        ("Lámpara de mesa", "Acabado en madera", 58.68m),
        ("Estantería", "Pino macizo", 132.50m),
        ("Caja de tornillos", "100 piezas", 6.45m),
        ("Barniz", "Bote de un litro", 14.90m),
    };

    private static readonly string[] Categories = { "Material", "Viajes", "Oficina", "Combustible" };

    private readonly Company _company;
    private readonly int _seed;
    private readonly DateTime _today;

    private CompanySeed(Company company, int seed)
    {
        _company = company;
        _seed = seed;
        _today = company.Now.Date;
    }

    public static void Fill(Company company, SandboxOptions options)
    {
        var seed = new CompanySeed(company, options.Seed);
        seed.AddCatalogue();
        seed.AddClients(options.ClientCount);
        if (options.ClientCount > 0 && options.InvoiceCount > 0)
        {
            seed.AddInvoices(options.InvoiceCount);
            seed.AddOthers();
        }
    }

    private void AddCatalogue()
    {
        foreach (var (name, percent) in Taxes)
        {
            Add(Resources.Tax, _today.AddDays(-Days), new JObject { ["name"] = name, ["rate"] = percent });
        }

        foreach (var (name, description, price) in Items)
        {
            var item = new JObject { ["name"] = name, ["description"] = description, ["unit_cost"] = price };
            Add(Resources.Item, _today.AddDays(-Days), item);
        }

        foreach (var name in Categories)
        {
            Add(Resources.Category, _today.AddDays(-Days), new JObject { ["name"] = name });
        }
    }

    private void AddClients(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var client = Add(Resources.Client, _today.AddDays(-Days), SeedNames.Client(i, _seed));

            // Every other client is the second person's, for those who call as staff.
            if (i % 2 == 1)
            {
                client[Names.AssignedStaff] = Company.StaffId;
            }
        }
    }

    /// <summary>Out of eight invoices one is a draft, four are paid, one is half paid and two are open.</summary>
    private void AddInvoices(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var date = _today.AddDays(-Days + (long)(Days - 1) * i / count);
            var draft = Document(i, date);
            draft["status"] = i % 8 == 5 ? "draft" : i % 8 == 2 ? "viewed" : "sent";
            var invoice = Add(Resources.Invoice, date.AddHours(10), draft);
            var share = (i % 8) switch
            {
                0 or 3 or 4 or 7 => 1m,
                1 => 0.5m,
                _ => 0m,
            };
            if (share > 0)
            {
                var paidAt = date.AddDays(1 + (i % 20));
                Add(Resources.Payment, paidAt > _today ? _today : paidAt, new JObject
                {
                    ["invoice_id"] = invoice.Id,
                    ["amount"] = Sums.Round(Sums.Total(invoice) * share),
                    ["type"] = i % 3 == 0 ? "VISA" : "Bank Transfer",
                });
            }
        }
    }

    private void AddOthers()
    {
        for (var i = 0; i < 3; i++)
        {
            Add(Resources.Estimate, _today.AddDays(-10 + i), Document(500 + i, _today.AddDays(-10 + i)));
        }

        for (var i = 0; i < 10; i++)
        {
            Add(Resources.Expense, _today.AddDays(-5 * i), new JObject
            {
                ["staff_id"] = 1 + (i % 2),
                ["category_id"] = Pick(Names.Category, i, 20),
                ["client_id"] = i % 3 == 0 ? Pick(Names.Client, i, 21) : 0,
                ["amount"] = 10 + (Mixer.Pick(40_000, _seed, i, 22) / 100m),
                ["vendor"] = i % 2 == 0 ? "Suministros del Ebro" : "Papelería Norte",
                ["tax1_name"] = "IVA",
                ["tax1_percent"] = 21,
            });
        }

        // Its first invoice is issued on the day after tomorrow, if the clock gets that far.
        var profile = Document(600, _today.AddDays(2));
        profile["frequency"] = "monthly";
        Add(Resources.Recurring, _today.AddDays(-3), profile);
    }

    private JObject Document(int i, DateTime date) => new()
    {
        ["client_id"] = Pick(Names.Client, i, 1),
        ["date"] = FieldText.Of(date),
        ["lines"] = new JArray(Enumerable.Range(0, 1 + Mixer.Pick(3, _seed, i, 2)).Select(n => Line(i, n))),
    };

    private JObject Line(int i, int n)
    {
        var (name, description, price) = Items[Mixer.Pick(Items.Length, _seed, i, 10 + n)];
        return new JObject
        {
            ["name"] = name,
            ["description"] = description,
            ["unit_cost"] = price,
            ["quantity"] = 1 + Mixer.Pick(6, _seed, i, 13 + n),
            ["tax1_name"] = "IVA",
            ["tax1_percent"] = 21,
        };
    }

    private long Pick(string resource, int i, int what)
    {
        var all = _company.Store(resource).All;
        return all[Mixer.Pick(all.Count, _seed, i, what)].Id;
    }

    private Record Add(Resource resource, DateTime when, JObject values)
    {
        var work = new Work(_company, SalenGoSettings.Default, when, new JObject { [resource.Name] = values });
        Crud.Create(resource, work);
        var all = _company.Store(resource.Name).All;
        return all[all.Count - 1];
    }
}
