using System;
using System.Collections.Generic;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json;

namespace Invoicing.Providers.Facturagem;

/// <summary>FACTURAgem, Spain, and its international edition invoicefu (API v1).</summary>
internal sealed class FacturagemProvider : InvoiceProvider
{
    public const string ProviderName = "FACTURAgem";

    public override string Name => ProviderName;

    public override string Market => "Spain; international as invoicefu";

    [JsonIgnore]
    public override TimeZoneInfo TimeZone => TimeZones.Madrid;

    public override ProviderStability Stability => ProviderStability.Experimental;

    /// <summary>None is documented (docs/facts/facturagem.md#lists).</summary>
    public override IReadOnlyList<Http.RateLimit> Limits { get; } = [];

    /// <summary>The size that its ancestor showed; it cannot be asked for (docs/facts/facturagem.md#lists, seen).</summary>
    public override int PageSize => 20;

    [JsonIgnore]
    public override IReadOnlyList<ProviderSetting> Settings => FacturagemChoices.Settings;

    internal override IReadOnlyList<ResourceFactory> Resources { get; } =
    [
        ResourceFactory.Of(context => new FacturagemAccounts(new Caller(context))),
        ResourceFactory.Of(context => new FacturagemClients(new Caller(context))),
        ResourceFactory.Of(context => new FacturagemInvoices(new Caller(context))),
        ResourceFactory.Of(context => new InvoiceCreator(new Caller(context))),
        ResourceFactory.Of(context => new InvoiceStates(new Caller(context))),
        ResourceFactory.Of(context => new FacturagemPayments(new Caller(context))),
        ResourceFactory.Of(context => new CountryList(new Caller(context))),
        ResourceFactory.Of(context => new Fields(new Caller(context))),
        ResourceFactory.Of(context => new RawRequests(context, "api/v1/")),
    ];

    internal override ISet<string> ShownNames => FacturagemMaps.ShownNames;

    /// <summary>The account is no part of the host; it stands in the paths (docs/facts/facturagem.md#transport, official).</summary>
    internal override Uri BaseUri(string account, IReadOnlyDictionary<string, string> settings) => new($"https://{settings["Host"]}/");

    internal override Http.Protocol CreateProtocol(SessionSecrets secrets, IReadOnlyDictionary<string, string> settings) =>
        new FacturagemProtocol(secrets, new FacturagemChoices(settings));
}
