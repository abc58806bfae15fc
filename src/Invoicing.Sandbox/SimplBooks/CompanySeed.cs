using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Creates the invented company: master data first, then documents.</summary>
internal static class CompanySeed
{
    private static readonly (long Id, string Code, string Name)[] Ledger =
    {
        (11, "1000", "Kassa"), (12, "1020", "Arvelduskonto"), (14, "1200", "Ostjate võlgnevus"), (18, "1310", "Kaubad laos"),
        (19, "1320", "Kaubad välilaos"), (24, "2110", "Võlad tarnijatele"), (27, "2310", "Käibemaks"), (35, "3010", "Kaupade müük"),
        (36, "3020", "Teenuste müük"), (61, "4010", "Kaubakulu"), (63, "5110", "Üür"), (66, "5130", "Bürookulud"), (68, "5601", "Veokulud"),
    };

    // Rates as in Estonia in 2026; 22 % ended in the middle of 2025.
    private static readonly (long Id, string Name, decimal Rate, bool IsSale, bool IsActive)[] Vat =
    {
        (3, "Müük Eestis 24%", 24, true, true), (4, "Müük Eestis 22%", 22, true, false), (5, "Müük Eestis 9%", 9, true, true),
        (6, "Ühendusesisene käive 0%", 0, true, true), (7, "Eksport 0%", 0, true, true), (8, "Majutus 13%", 13, true, true),
        (9, "Ost Eestist 24%", 24, false, true), (10, "Ost Eestist 22%", 22, false, false), (11, "Ost Eestist 9%", 9, false, true),
        (12, "Ost käibemaksuta", 0, false, true),
    };

    private static readonly (long Id, string Name, string Bank, long Account, bool IsActive)[] Money =
    {
        (1, "Arvelduskonto", "Näitepank", 9_000_001, true), (2, "Kassa", "", 0, true), (3, "Vana konto", "Näitepank", 9_000_002, false),
    };

    private static readonly (string Code, string Name, string Unit, decimal Price, bool IsStock, bool IsActive)[] Articles =
    {
        ("VILL-01", "Villane sall", "tk", 34.5m, true, true), ("LINA-02", "Linane rätik õunapuudega", "tk", 12.9m, true, true),
        ("KUUS-03", "Kuusepuust kauss", "tk", 27m, true, true), ("SAVI-04", "Savikruus, sinine", "tk", 18.4m, true, true),
        ("MESI-05", "Mesilasvahast küünal", "tk", 6.25m, true, true), ("KINGI-06", "Kinkekarp „Põhjatäht“", "kmpl", 49.9m, true, true),
        ("TÖÖ-07", "Töötuba, üks tund", "h", 45m, false, true), ("VEDU-08", "Kohaletoimetamine", "tk", 5.9m, false, true),
        ("1009", "Pakkepaber, rull", "rull", 3.3m, true, true), ("VANA-10", "Eelmise aasta kalender", "tk", 9m, true, false),
    };

    public static Company Make(SandboxHost host, SimplBooksSettings settings)
    {
        var company = new Company(host, settings);
        AddLedger(company);
        foreach (var (id, name, rate, isSale, isActive) in Vat)
        {
            Put(
                company,
                Resources.VatTypes,
                id,
                ("name", name),
                ("vat_percent", rate),
                ("is_sales", isSale),
                ("is_purchase", !isSale),
                ("active", isActive));
        }

        AddMoney(company);
        foreach (var article in Articles.Select(Article))
        {
            Editor.Create(company, Resources.Articles, article);
        }

        AddWarehouses(company);
        ClientSeed.Make(company, host.Options);
        if (company[Resources.Clients].All.Any())
        {
            DocumentSeed.Make(company, host.Options);
        }

        return company;
    }

    /// <summary>The ledger, as companies have it from the beginning.</summary>
    public static void AddLedger(Company company)
    {
        foreach (var (id, code, name) in Ledger)
        {
            Put(company, Resources.FinancialAccounts, id, ("code", code), ("name", name), ("active", true));
        }
    }

    public static void AddMoney(Company company)
    {
        foreach (var (id, name, bank, account, isActive) in Money)
        {
            var iban = account == 0 ? "" : Checks.Iban(account);
            var swift = bank.Length == 0 ? "" : "NAIDEE2X";
            Put(
                company,
                Resources.IncomeAccounts,
                id,
                ("account_name", name),
                ("bank_name", bank),
                ("iban_number", iban),
                ("swift_code", swift),
                ("active", isActive));
        }
    }

    public static void AddWarehouses(Company company)
    {
        Editor.Create(company, Resources.Warehouses, Warehouse("Pealadu", "Kivi tee 1, Haapsalu", "1310"));
        Editor.Create(company, Resources.Warehouses, Warehouse("Väliladu", "Sadama 7, Kärdla", "1320"));
    }

    private static JObject Article(
        (string Code, string Name, string Unit, decimal Price, bool IsStock, bool IsActive) article, int index) => new()
        {
            ["Article"] = new JObject
            {
                ["code"] = article.Code,
                ["ean"] = "474000000" + (1000 + index).ToString(CultureInfo.InvariantCulture),
                ["name"] = article.Name,
                ["unit"] = article.Unit,
                ["amount"] = 1,
                ["price_per_unit"] = article.Price,
                ["is_inventory"] = article.IsStock,
                ["active"] = article.IsActive,
            },
        };

    private static JObject Warehouse(string name, string address, string accountCode) => new()
    {
        ["Warehouse"] = new JObject { ["name"] = name, ["address"] = address, ["financial_account_id"] = accountCode, ["active"] = true },
    };

    private static void Put(Company company, Resource resource, long id, params (string Field, object Value)[] values)
    {
        var record = new Record(resource.Shape, id);
        foreach (var (field, value) in values)
        {
            record[field] = value;
        }

        company[resource].Put(record);
    }
}
