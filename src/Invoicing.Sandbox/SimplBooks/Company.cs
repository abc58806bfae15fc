using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Core;
using LisbonTime = Invoicing.Sandbox.InvoiceXpress.LisbonTime;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The invented company with all that it has at the provider.</summary>
internal sealed class Company
{
    public const string Name = "Rannakivi Käsitöö OÜ";
    public const string UserName = "Külli Näidis";
    public const long UserId = 2;
    public const string Currency = "EUR";
    public const string Language = "et_EE";
    public const long SalesVatType = 3;
    public const long PurchaseVatType = 9;

    private readonly Dictionary<Resource, Table> _tables = Resources.All.ToDictionary(resource => resource, _ => new Table());

    /// <summary>First id of each model. Ranges do not overlap, so that a mixed-up id is noticed.</summary>
    private readonly Dictionary<string, long> _lastIds = new()
    {
        ["Article"] = 80,
        ["Client"] = 2000,
        ["Contact"] = 1600,
        ["ClientNote"] = 1800,
        ["Incoming"] = 3_000_000,
        ["Invoice"] = 4_000_000,
        ["Payment"] = 5_000_000,
        ["PriceOffer"] = 6_000_000,
        ["Purchase"] = 7_000_000,

        // Unbilled works and the rows of invoices are the same kind of record. [inferred]
        ["Task"] = 8_000_000,
        ["PurchaseRow"] = 30_000_000,
        ["PriceOfferRow"] = 40_000_000,
    };

    private readonly SandboxHost _host;

    public Company(SandboxHost host, SimplBooksSettings settings)
    {
        _host = host;
        Settings = settings;
        Receipts = new Settlement(this, Resources.Incomings, "income", Resources.Invoices);
        Payouts = new Settlement(this, Resources.Payments, "payment", Resources.Purchases);
    }

    public static string RegistryCode { get; } = Checks.RegistryCode("1900001");

    public static string VatNumber { get; } = Checks.VatNumber("10900001");

    public static string Iban { get; } = Checks.Iban(9_000_001);

    public SimplBooksSettings Settings { get; }

    public Settlement Receipts { get; }

    public Settlement Payouts { get; }

    /// <summary>The wall clock in Tallinn [assumption], which goes two hours before Lisbon's all year round.</summary>
    public DateTime Now => LisbonTime.From(_host.Options.Now()).AddHours(2);

    public string Today => Now.ToString(Filter.Iso, CultureInfo.InvariantCulture);

    public string TimeText => Now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public Table this[Resource resource] => _tables[resource];

    /// <summary>The next id of a model, or the next number of any other counter.</summary>
    public long NextId(string model) => _lastIds[model] = (_lastIds.TryGetValue(model, out var last) ? last : 0) + 1;

    /// <summary>Keeps an id of another company, or the last number of a counter, so that the next one is another.</summary>
    public void Reserve(string model, long id) => _lastIds[model] = Math.Max(_lastIds.TryGetValue(model, out var last) ? last : 0, id);

    /// <summary>The record of an id.</summary>
    /// <exception cref="Refusal">There is none.</exception>
    public Record Get(Resource resource, string id) =>
        (long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? this[resource].Find(number) : null)
        ?? throw Refusal.Missing(resource, id);

    public Record? AccountByCode(string code) =>
        this[Resources.FinancialAccounts].All.FirstOrDefault(account => account.Text("code") == code);

    /// <summary>The category of something that points at a record, or null when nothing does.</summary>
    public string? FindUser(Resource resource, long id) => Resources.All.FirstOrDefault(user =>
        this[user].All.Any(record => PointsAt(record, resource, id) || record.Rows.Exists(row => PointsAt(row, resource, id))))?.Category;

    private static bool PointsAt(Record record, Resource resource, long id) =>
        record.Shape.Fields.Any(field => field.To == resource.Category && record.Whole(field.Name) == id);
}
