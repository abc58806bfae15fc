using System;
using System.Collections.Generic;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json;

namespace Invoicing.Providers.SalenGo;

/// <summary>SalenGo (API v1).</summary>
internal sealed class SalenGoProvider : InvoiceProvider
{
    public const string ProviderName = "SalenGo";

    /// <summary>A list never has more rows, whatever is asked for [official].</summary>
    public const int LargestPage = 100;

    /// <summary>The entry point is <c>api/</c> below it [official].</summary>
    public static readonly Uri Home = new("https://secure.salengo.com/");

    public override string Name => ProviderName;

    public override string Market => "Spain";

    [JsonIgnore]
    public override TimeZoneInfo TimeZone => TimeZones.Madrid;

    public override ProviderStability Stability => ProviderStability.Experimental;

    /// <summary>By default; support can change it [official].</summary>
    [JsonIgnore]
    public override IReadOnlyList<RateLimit> Limits { get; } = [new RateLimit(5000, TimeSpan.FromDays(1))];

    public override int PageSize => LargestPage;

    [JsonIgnore]
    public override IReadOnlyList<ProviderSetting> Settings { get; } = SalenGoChoices.All;

    internal override IReadOnlyList<ResourceFactory> Resources { get; } =
    [
        ResourceFactory.Of(context => new SalenGoClients(context)),
        ResourceFactory.Of(context => new SalenGoDocuments(context)),
        ResourceFactory.Of(context => new SalenGoDocumentCreator(context)),
        ResourceFactory.Of(context => new SalenGoDocumentStates(context)),
        ResourceFactory.Of(context => new SalenGoDocumentMailer(context)),
        ResourceFactory.Of(context => new SalenGoPayments(context)),
        ResourceFactory.Of(context => new RecurringProfiles(context)),
        ResourceFactory.Of(context => new Expenses(context)),
        ResourceFactory.Of(context => new Categories(context)),
        ResourceFactory.Of(context => new SalenGoItems(context)),
        ResourceFactory.Of(context => new SalenGoTaxes(context)),
        ResourceFactory.Of(context => new Webhooks(context)),
        ResourceFactory.Of(context => new RawCalls(context)),
    ];

    internal override ISet<string> ShownNames => SalenGoMaps.ShownNames;

    internal override Uri BaseUri(string account, IReadOnlyDictionary<string, string> settings) => Home;

    internal override Protocol CreateProtocol(SessionSecrets secrets, IReadOnlyDictionary<string, string> settings) =>
        new SalenGoProtocol(secrets.RequireKey(Name), settings);
}
