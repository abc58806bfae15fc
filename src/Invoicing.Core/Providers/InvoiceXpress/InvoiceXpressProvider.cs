using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>InvoiceXpress, Portugal (API v2).</summary>
internal sealed class InvoiceXpressProvider : InvoiceProvider
{
    public const string ProviderName = "InvoiceXpress";

    public override string Name => ProviderName;

    public override string Market => "Portugal";

    [JsonIgnore]
    public override TimeZoneInfo TimeZone => LisbonTime.Zone;

    /// <summary>See docs/facts/invoicexpress.md#rate-limit, official.</summary>
    [JsonIgnore]
    public override IReadOnlyList<RateLimit> Limits { get; } = [new RateLimit(780, TimeSpan.FromMinutes(1))];

    /// <summary>See docs/facts/invoicexpress.md#paging, official: 10, 20 or 30.</summary>
    public override int PageSize => 30;

    internal override IReadOnlyList<ResourceFactory> Resources { get; } =
    [
        ResourceFactory.Of(context => new InvoiceXpressAccounts(context)),
        ResourceFactory.Of(context => new InvoiceXpressClients(context)),
        ResourceFactory.Of(context => new InvoiceXpressDocuments(context)),
        ResourceFactory.Of(context => new InvoiceXpressDocumentCreator(context)),
        ResourceFactory.Of(context => new InvoiceXpressDocumentStates(context)),
        ResourceFactory.Of(context => new InvoiceXpressDocumentMailer(context)),
        ResourceFactory.Of(context => new InvoiceXpressPayments(context)),
        ResourceFactory.Of(context => new Exports(context)),
        ResourceFactory.Of(context => new InvoiceXpressItems(context)),
        ResourceFactory.Of(context => new InvoiceXpressTaxes(context)),
        ResourceFactory.Of(context => new Sequences(context)),
        ResourceFactory.Of(context => new Balances(context)),
        ResourceFactory.Of(context => new Adjustments(context)),
        ResourceFactory.Of(context => new Movements(context)),
        ResourceFactory.Of(context => new RawRequests(context)),
    ];

    internal override ISet<string> ShownNames => InvoiceXpressMaps.ShownNames;

    internal override Uri BaseUri(string account, IReadOnlyDictionary<string, string> settings) =>
        account.Length > 0 && account.All(letter => letter < 128 && (char.IsLetterOrDigit(letter) || letter == '-'))
            ? new Uri($"https://{account}.app.invoicexpress.com/")
            : throw new InvoicingException(
                ErrorKind.InvalidInput,
                $"'{account}' is no account name of InvoiceXpress: letters, digits and hyphens, as in the address of the web site before .app.invoicexpress.com.");

    internal override Protocol CreateProtocol(SessionSecrets secrets, IReadOnlyDictionary<string, string> settings) =>
        new InvoiceXpressProtocol(secrets.RequireKey(Name));
}
