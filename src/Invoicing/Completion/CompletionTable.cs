using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Saft;
using Invoicing.Sandbox;

namespace Invoicing.Commands;

/// <summary>The values that are offered, by parameter. What is not here is free text.</summary>
internal static class CompletionTable
{
    /// <summary>A row holds for the parameter of every cmdlet, or for that of one: <c>New-Invoice Name</c>.</summary>
    private static readonly Dictionary<string, Func<CompletionRequest, IEnumerable<Candidate>>> Rows = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Provider"] = Providers,
        ["Connect-InvoiceProvider Provider"] = request => Providers(request).Concat(Connections(request)),
        ["Get-InvoiceConnection Name"] = Connections,
        ["Remove-InvoiceConnection Name"] = Connections,
        ["Get-InvoiceProvider Name"] = Providers,
        ["Cmdlet"] = _ => Texts([.. CommandTable.All.Select(row => row.Name)]),
        ["Session"] = Sessions,
        ["Start-InvoiceSandbox From"] = Sessions,
        ["Get-InvoiceSession Name"] = Sessions,
        ["Disconnect-InvoiceProvider Name"] = Sessions,
        ["Setting"] = Settings,
        ["Culture"] = _ => CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new Candidate(culture.Name, culture.EnglishName)),
        ["Fault"] = _ => Texts(Enum.GetNames(typeof(SandboxFaultKind))),
        ["Rule"] = SaftRuleIds,
        ["ExcludeRule"] = SaftRuleIds,
        ["GroupBy"] = _ => Texts("Reference"),
        ["Client"] = request => Clients(request, client => client.Name ?? client.Code),
        ["Supplier"] = request => Clients(request, client => client.Name ?? client.Code),
        ["ClientName"] = request => Clients(request, client => client.Name),
        ["ClientCode"] = request => Clients(request, client => client.Code),
        ["ClientTaxNumber"] = request => Clients(request, client => client.TaxNumber),
        ["ClientId"] = request => Clients(request, client => client.Id),
        ["SupplierId"] = request => Clients(request, client => client.Id),
        ["Item"] = request => Items(request, item => item.Code ?? item.Name),
        ["ItemCode"] = request => Items(request, item => item.Code),
        ["ItemId"] = request => Items(request, item => item.Id),
        ["New-Invoice Name"] = request => Items(request, item => item.Name),
        ["New-InvoiceLine Name"] = request => Items(request, item => item.Name),
        ["Unit"] = request => RecentRecords.Of<Item>(request.Session).Where(item => item.Unit is not null).Select(item => new Candidate(item.Unit!)),
        ["Tax"] = Taxes,
        ["SecondTax"] = Taxes,
        ["New-InvoiceTax Code"] = TaxCodes,
        ["Set-InvoiceTax Code"] = TaxCodes,
        ["Region"] = _ => [new("PT", "mainland Portugal"), new("PT-AC", "the Azores"), new("PT-MA", "Madeira")],
        ["TaxExemption"] = _ => TaxExemptions.All.Select(reason => new Candidate(reason.Key, $"{reason.Key}: {reason.Value}")),
        ["Sequence"] = request => Named<Sequence>(request, sequence => sequence.Name),
        ["SequenceId"] = request => Named<Sequence>(request, sequence => sequence.Id),
        ["Series"] = request => Named<Sequence>(request, sequence => sequence.Name),
        ["Category"] = request => Named<Category>(request, category => category.Name),
        ["CategoryId"] = request => Named<Category>(request, category => category.Id),
        ["Warehouse"] = request => Named<Warehouse>(request, warehouse => warehouse.Name),
        ["WarehouseId"] = request => Named<Warehouse>(request, warehouse => warehouse.Id),
        ["AccountId"] = request => Named<BankAccount>(request, account => account.Id),
        ["Currency"] = _ => Currencies(),
        ["Country"] = CountryCodes,
        ["ClientCountry"] = CountryCodes,
        ["GlobalDiscountType"] = _ => Texts("percentage", "absolute"),
        ["Event"] = request => RecentRecords.Of<Webhook>(request.Session).Select(hook => new Candidate(hook.Event ?? "")),
    };

    /// <summary>Kinds of records that a cmdlet of a noun finds by name, code or identifier.</summary>
    private static readonly Dictionary<string, Func<CompletionRequest, Func<InvoiceRecord, string?>, IEnumerable<Candidate>>> Nouns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["InvoiceClient"] = Named<Client>,
        ["InvoiceItem"] = Named<Item>,
        ["InvoiceTax"] = Named<Tax>,
        ["InvoiceSequence"] = Named<Sequence>,
        ["InvoiceCategory"] = Named<Category>,
        ["InvoiceWarehouse"] = Named<Warehouse>,
        ["InvoiceBankAccount"] = Named<BankAccount>,
    };

    /// <summary>Finds the values for a parameter; none for free text.</summary>
    public static IEnumerable<Candidate> For(CompletionRequest request)
    {
        if (request.Type.IsEnum)
        {
            return Texts(Enum.GetNames(request.Type));
        }

        if (request.Type == typeof(bool))
        {
            return [new("$true") { IsScript = true }, new("$false") { IsScript = true }];
        }

        if (Rows.TryGetValue($"{request.Command} {request.Parameter}", out Func<CompletionRequest, IEnumerable<Candidate>>? values)
            || Rows.TryGetValue(request.Parameter, out values))
        {
            return values(request);
        }

        if (request.Type == typeof(InvoiceIdentity))
        {
            return request.Parameter == "Reference" ? Drafts(request) : [];
        }

        if (request.Type == typeof(ClientIdentity))
        {
            return Clients(request, Key(request.Parameter));
        }

        // What is made has a name of its own, which nothing that is there can tell.
        return request.Verb != "New" && Nouns.TryGetValue(request.Noun, out Func<CompletionRequest, Func<InvoiceRecord, string?>, IEnumerable<Candidate>>? records)
            && (request.Type == typeof(RecordIdentity) || (request.Verb is "Get" && request.Parameter is "Name" or "Code" or "Id" or "TaxNumber"))
            ? records(request, Key(request.Parameter))
            : [];
    }

    private static Func<InvoiceRecord, string?> Key(string parameter) => parameter switch
    {
        "Id" => record => record.Id,
        "Code" => record => (record as Client)?.Code ?? (record as Item)?.Code,
        "TaxNumber" => record => (record as Client)?.TaxNumber,
        _ => record => record.ToString(),
    };

    private static IEnumerable<Candidate> Texts(params string[] texts) => texts.Select(text => new Candidate(text));

    private static IEnumerable<Candidate> Providers(CompletionRequest request) => InvoiceProvider.All.Select(provider => new Candidate(provider.Name));

    private static IEnumerable<Candidate> SaftRuleIds(CompletionRequest request) => SaftRules.All.Select(rule => new Candidate(rule.Id, rule.ToString()));

    private static IEnumerable<Candidate> TaxCodes(CompletionRequest request) => Texts("NOR", "INT", "RED", "OUT", "ISE");

    private static IEnumerable<Candidate> CountryCodes(CompletionRequest request) =>
        Countries.All.Select(country => new Candidate(country.Key, country.Value, country.Value));

    private static IEnumerable<Candidate> Sessions(CompletionRequest request) =>
        SessionRegistry.Current.Sessions.Select(session => new Candidate(session.Name, session.ToString()));

    private static IEnumerable<Candidate> Connections(CompletionRequest request) =>
        new SavedConnections(request.Bound("StatePath") as string).Names.Select(name => new Candidate(name, $"the saved connection {name}"));

    private static IEnumerable<Candidate> Settings(CompletionRequest request)
    {
        string? name = request.Bound("Provider") as string;
        return
            from provider in InvoiceProvider.All
            where name is null || string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase)
            from setting in provider.Settings
            from value in setting.Values.DefaultIfEmpty(setting.Default)
            select new Candidate($"@{{ {setting.Name} = '{value}' }}", $"{provider.Name}: {setting.Description}", setting.Name) { IsScript = true };
    }

    private static IEnumerable<Candidate> Clients(CompletionRequest request, Func<Client, string?> value) =>
        from client in RecentRecords.Of<Client>(request.Session)
        select new Candidate(value(client) ?? "", Tip(client.Code, client.Name, client.TaxNumber), client.Name, client.Code, client.TaxNumber);

    private static IEnumerable<Candidate> Items(CompletionRequest request, Func<Item, string?> value) =>
        from item in RecentRecords.Of<Item>(request.Session)
        select new Candidate(value(item) ?? "", Tip(item.Code, item.Name, item.UnitPrice?.ToString(CultureInfo.CurrentCulture)), item.Name, item.Code);

    private static IEnumerable<Candidate> Taxes(CompletionRequest request) =>
        from tax in RecentRecords.Of<Tax>(request.Session)
        select new Candidate(tax.Name ?? "", Tip(tax.Name, $"{tax.Rate} %", tax.Region));

    private static IEnumerable<Candidate> Named<T>(CompletionRequest request, Func<T, string?> value)
        where T : InvoiceRecord =>
        from record in RecentRecords.Of<T>(request.Session)
        select new Candidate(value(record) ?? "", record.ToString(), record.ToString());

    private static IEnumerable<Candidate> Drafts(CompletionRequest request) =>
        from draft in RecentRecords.Drafts(request.Session)
        where draft.Reference is not null
        select new Candidate(draft.Reference!, Tip(draft.Type.ToString(), draft.Client?.Name, draft.Total?.ToString("N2", CultureInfo.CurrentCulture)));

    private static IEnumerable<Candidate> Currencies() =>
        from culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        let region = new RegionInfo(culture.Name)
        where region.ISOCurrencySymbol.Length == 3
        orderby region.ISOCurrencySymbol
        select new Candidate(region.ISOCurrencySymbol, region.CurrencyEnglishName, region.CurrencyEnglishName);

    private static string Tip(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
