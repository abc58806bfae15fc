using System;
using System.Collections.Generic;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json;

namespace Invoicing.Providers.SimplBooks;

/// <summary>SimplBooks, Estonia (API v1).</summary>
internal sealed class SimplBooksProvider : InvoiceProvider
{
    public const string ProviderName = "SimplBooks";

    public override string Name => ProviderName;

    public override string Market => "Estonia";

    /// <summary>The provider's "today" is Tallinn's (docs/facts/simplbooks.md#values, assumption).</summary>
    [JsonIgnore]
    public override TimeZoneInfo TimeZone { get; } = TimeZones.Find("Europe/Tallinn", "FLE Standard Time");

    /// <summary>
    /// docs/facts/simplbooks.md#rate-limit: 60 a minute, refused ones count [official]; half of it after 10,000 in 24 hours [official],
    /// read as 30 [inferred].
    /// </summary>
    [JsonIgnore]
    public override IReadOnlyList<RateLimit> Limits { get; } =
    [
        new RateLimit(60, TimeSpan.FromMinutes(1)),
        new RateLimit(30, TimeSpan.FromMinutes(1)) { After = new RateLimit(10_000, TimeSpan.FromDays(1)) },
    ];

    /// <summary>See docs/facts/simplbooks.md#lists: stated for articles [official], so it holds for all [inferred].</summary>
    public override int PageSize => Lists.LargestPage;

    [JsonIgnore]
    public override IReadOnlyList<ProviderSetting> Settings { get; } = [ListTransport.Choice, RowIds.Choice];

    internal override IReadOnlyList<ResourceFactory> Resources { get; } =
    [
        ResourceFactory.Of(context => new ConnectionTester(context)),
        ResourceFactory.Of(context => new SimplBooksClients(context)),
        ResourceFactory.Of(context => new ClientRelations(context)),
        ResourceFactory.Of(context => new ClientNotes(context)),
        ResourceFactory.Of(context => new SimplBooksItems(context)),
        ResourceFactory.Of(context => new Stock(context)),
        ResourceFactory.Of(context => new Warehouses(context)),
        ResourceFactory.Of(context => new SimplBooksTaxes(context)),
        ResourceFactory.Of(context => new LedgerAccounts(context)),
        ResourceFactory.Of(context => new BankAccounts(context)),
        ResourceFactory.Of(context => new SimplBooksDocuments(context)),
        ResourceFactory.Of(context => new SimplBooksDocumentCreator(context)),
        ResourceFactory.Of(context => new SimplBooksDocumentStates(context)),
        ResourceFactory.Of(context => new SimplBooksPayments(context)),
        ResourceFactory.Of(context => new Purchases(context)),
        ResourceFactory.Of(context => new UnbilledTasks(context)),
        ResourceFactory.Of(context => new Files(context)),
        ResourceFactory.Of(context => new RawRequests(context)),
    ];

    internal override ISet<string> ShownNames => Frames.ShownNames;

    internal override Uri BaseUri(string account, IReadOnlyDictionary<string, string> settings) => new("https://app.simplbooks.com/");

    internal override string AccountPath(string account) => account.Trim() is { Length: > 0 } id && id.Trim('.').Length > 0
        ? $"{RequestAddress.Escape(id)}/api/"
        : throw new InvoicingException(
            ErrorKind.InvalidInput,
            $"'{account}' is no account of SimplBooks: it is the first part of the address after app.simplbooks.com/ when you are logged in.");

    internal override Protocol CreateProtocol(SessionSecrets secrets, IReadOnlyDictionary<string, string> settings) =>
        new SimplBooksProtocol(secrets.RequireKey(Name));
}
