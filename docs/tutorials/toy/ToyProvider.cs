using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Invoicing;
using Invoicing.Engine;
using Invoicing.Http;

namespace Toy;

/// <summary>Toy, an invented provider with customers and invoices.</summary>
public sealed class ToyProvider : JsonProvider
{
    /// <inheritdoc/>
    public override string Name => "Toy";

    /// <inheritdoc/>
    public override string Market => "Toyland";

    /// <inheritdoc/>
    public override IReadOnlyList<RateLimit> Limits { get; } = [new RateLimit(600, TimeSpan.FromMinutes(1))];

    /// <inheritdoc/>
    public override int PageSize => 50;

    /// <inheritdoc/>
    protected override string TestPath => "me";

    /// <inheritdoc/>
    protected override JsonListForm ListForm { get; } = new() { Rows = "rows", Total = "total", Size = "size" };

    /// <inheritdoc/>
    protected override IReadOnlyList<JsonTable> Tables => [Customers.Table, Documents.Table];

    /// <inheritdoc/>
    protected override IReadOnlyList<JsonResource> Parts { get; } =
    [
        JsonResource.Of(api => new Customers(api)),
        JsonResource.Of(api => new Documents(api)),
    ];

    /// <inheritdoc/>
    protected override Uri AddressOf(string account, IReadOnlyDictionary<string, string> settings) => new("https://api.toy.example/v1/");

    /// <inheritdoc/>
    protected override void Sign(HttpRequestMessage request, string key) => request.Headers.TryAddWithoutValidation("X-Toy-Key", key);

    /// <summary>A refusal is <c>{"error": "must be above zero", "field": "quantity"}</c>.</summary>
    /// <inheritdoc/>
    protected override IReadOnlyList<FieldError> ReadErrors(HttpStatusCode status, string body)
    {
        try
        {
            return PlainJson.Parse(body) is IDictionary<string, object?> answer && answer.TryGetValue("error", out object? error) && error is string text
                ? [new FieldError(answer.TryGetValue("field", out object? field) ? field as string : null, text)]
                : [];
        }
        catch (FormatException)
        {
            return [];
        }
    }
}

/// <summary>Customers: <c>GET customers</c> takes the filters <c>code</c> and <c>name</c>.</summary>
internal sealed class Customers : IReader<Client>, IFinder<Client>, ICreator<Client>, IUpdater<Client>, IRemover<Client>
{
    public static readonly JsonTable<Client> Table = new JsonTable<Client>()
        .Id(client => client.Id, "id")
        .Text(client => client.Code, "code")
        .Text(client => client.Name, "name")
        .Text(client => client.TaxNumber, "vatNumber")
        .Text(client => client.Email, "mail")
        .Text(client => client.Country, "country");

    private const string Path = "customers";

    private readonly JsonApi _api;

    public Customers(JsonApi api) => _api = api;

    public Listing<Client> List(ListQuery query) => _api.List(Path, Table, query);

    public Task<Client> GetAsync(string id, CancellationToken cancellationToken = default) => _api.GetAsync(Path, id, Table, cancellationToken);

    public Task<Client?> FindByCodeAsync(string code, CancellationToken cancellationToken = default) =>
        _api.FindAsync(Path, Table, client => client.Code == code, cancellationToken, ("code", code));

    public Task<Client?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        _api.FindAsync(Path, Table, client => client.Name == name, cancellationToken, ("name", name));

    public Task<PreparedChange<Client>> PrepareAsync(Client item, CancellationToken cancellationToken = default) =>
        Task.FromResult(_api.Create(Path, item, Table, new JsonCreation<Client> { Find = item.Code is { } code ? cancel => FindByCodeAsync(code, cancel) : null }));

    public Task<PreparedChange<Client>> PrepareUpdateAsync(Client item, CancellationToken cancellationToken = default) =>
        Task.FromResult(_api.Update(Path, item, Table));

    public Task RemoveAsync(Client item, CancellationToken cancellationToken = default) => _api.RemoveAsync(Path, item, cancellationToken);
}

/// <summary>Invoices: <c>GET invoices</c> takes the filters <c>ref</c> and <c>number</c>. The reference is unique.</summary>
internal sealed class Documents : IInvoiceReader, IInvoiceCreator
{
    public static readonly JsonTable<Invoice> Table = new JsonTable<Invoice>()
        .Id(invoice => invoice.Id, "id")
        .Text(invoice => invoice.Number, "number", readOnly: true)
        .Text(invoice => invoice.Reference, "ref")
        .Date(invoice => invoice.Date, "issued")
        .Date(invoice => invoice.DueDate, "due")
        .Text(invoice => invoice.Notes, "remarks")
        .Words(invoice => invoice.State, "status", new Dictionary<string, InvoiceState> { ["open"] = InvoiceState.Final, ["paid"] = InvoiceState.Settled }, InvoiceState.Unknown, readOnly: true)
        .Number(invoice => invoice.NetTotal, "net", readOnly: true)
        .Number(invoice => invoice.TaxTotal, "vat", readOnly: true)
        .Number(invoice => invoice.Total, "total", readOnly: true)
        .Nested(invoice => invoice.Client, "customer", new JsonTable<Client>().Id(client => client.Id, "id").Text(client => client.Name, "name"))
        .List(invoice => invoice.Lines, "lines", new JsonTable<InvoiceLine>()
            .Text(line => line.Name, "item")
            .Text(line => line.Description, "text")
            .Number(line => line.Quantity, "quantity")
            .Number(line => line.UnitPrice, "price")
            .Number(line => line.TaxRate, "vatRate"));

    private const string Path = "invoices";

    private readonly JsonApi _api;

    public Documents(JsonApi api) => _api = api;

    public IReadOnlyCollection<InvoiceType> Types { get; } = [InvoiceType.Invoice];

    public Listing<Invoice> List(ListQuery query) => query is InvoiceQuery filter
        ? _api.List(Path, Table, query, filter.Matches, ("ref", filter.Reference))
        : _api.List(Path, Table, query);

    public Task<Invoice> GetAsync(string id, CancellationToken cancellationToken = default) => _api.GetAsync(Path, id, Table, cancellationToken);

    public Task<Invoice> GetAsync(InvoiceType type, string id, CancellationToken cancellationToken = default) => GetAsync(id, cancellationToken);

    public async Task<IReadOnlyList<Invoice>> FindByNumberAsync(
        string number, IReadOnlyCollection<InvoiceType> types, CancellationToken cancellationToken = default) =>
        await _api.FindAsync(Path, Table, invoice => invoice.Number == number, cancellationToken, ("number", number)).ConfigureAwait(false) is { } found ? [found] : [];

    public Task<Invoice?> FindByReferenceAsync(InvoiceType type, string reference, CancellationToken cancellationToken = default) =>
        _api.FindAsync(Path, Table, invoice => invoice.Reference == reference, cancellationToken, ("ref", reference));

    public Task<PreparedChange<Invoice>> PrepareAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        Invoice own = item.Copy();
        own.Date ??= DateTime.UtcNow.Date;
        FieldError[] errors = [.. Errors(own)];
        if (errors.Length > 0)
        {
            throw InvoicingException.InvalidInput("invoice", errors);
        }

        // Without a reference of the caller's, a lost answer would leave the invoice in doubt.
        string reference = own.Reference ??= "T-" + Guid.NewGuid().ToString("N");
        return Task.FromResult(_api.Create(Path, own, Table, new JsonCreation<Invoice>
        {
            Find = cancel => FindByReferenceAsync(own.Type, reference, cancel),
            Totals = TotalsOf(own.Lines),
            IsBinding = true,
        }));
    }

    /// <summary>The provider has rates in percent and no names of taxes, so a tax is given as its rate.</summary>
    private static IEnumerable<FieldError> Errors(Invoice invoice)
    {
        if (invoice.Type != InvoiceType.Invoice)
        {
            yield return new FieldError(nameof(Invoice.Type), "Toy has invoices only");
        }

        foreach (InvoiceLine line in invoice.Lines)
        {
            if (line.Tax is null || line.TaxRate is not null)
            {
                line.Tax = null;
            }
            else if (decimal.TryParse(line.Tax, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal rate))
            {
                (line.Tax, line.TaxRate) = (null, rate);
            }
            else
            {
                yield return new FieldError(nameof(InvoiceLine.Tax), $"'{line.Tax}' is not a rate in percent");
            }
        }
    }

    /// <summary>Toy rounds each line, and the tax of each rate once.</summary>
    private static InvoiceTotals TotalsOf(IEnumerable<InvoiceLine> lines)
    {
        TaxShare[] taxes =
        [
            .. lines.GroupBy(line => line.TaxRate ?? 0).OrderByDescending(same => same.Key)
                .Select(same => (Rate: same.Key, Net: same.Sum(line => Round((line.Quantity ?? 1) * (line.UnitPrice ?? 0)))))
                .Select(one => new TaxShare(one.Rate, one.Net, Round(one.Net * one.Rate / 100))),
        ];
        decimal net = taxes.Sum(share => share.Net), tax = taxes.Sum(share => share.Amount);
        return new InvoiceTotals(net, tax, net + tax) { Taxes = taxes };
    }

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
