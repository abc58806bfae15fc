using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine.Fields;
using Invoicing.Http;

namespace Invoicing.Engine;

/// <summary>The session that a resource of a connector works for, and the client that sends its requests.</summary>
internal sealed class ConnectorContext
{
    public ConnectorContext(IConnectorSession session, ApiClient api)
    {
        Session = session;
        Api = api;
    }

    public IConnectorSession Session { get; }

    public ApiClient Api { get; }

    /// <summary>The table with the names that the user of the session knows better.</summary>
    public FieldMap<T> Named<T>(FieldMap<T> map)
        where T : class, new() =>
        Session.FieldNames.Count == 0 ? map : Session.Cache.Get(map, source => source.Renamed(Session.FieldNames));

    /// <summary>The day that it is where the provider is, wherever the script runs.</summary>
    public DateTime Today => TimeZoneInfo.ConvertTime(Api.Endpoint.Clock.Now, Session.Provider.TimeZone).Date;

    /// <summary>Marks an object as having come out of this session.</summary>
    public T Own<T>(T record)
        where T : InvoiceRecord
    {
        record.Stamp(Session);
        (record as Invoice)?.MarkRead();
        return record;
    }

    /// <summary>
    /// Refuses to believe an answer about another record than the one that was named: a cache or another server between us and the provider
    /// may have swapped it.
    /// </summary>
    /// <param name="record">The record of the answer.</param>
    /// <param name="id">The identifier in the request.</param>
    /// <param name="kind">The kind of the error; for a change, <see cref="ErrorKind.OutcomeUnknown"/>.</param>
    /// <exception cref="ProviderException">The answer is about another record.</exception>
    public T Asked<T>(T record, string? id, ErrorKind kind = ErrorKind.UnexpectedAnswer)
        where T : InvoiceRecord =>
        record.Id is null || id is null || IsSame(record.Id, id) || IsSame(id, record.Id)
            ? record
            : throw new ProviderException(
                kind, $"{Session.Provider.Name} was asked about {InvoiceRecord.WordsFor(typeof(T))} {id} and answered about {record.Id}")
            {
                Provider = Session.Provider.Name,
                Advice = "A cache or proxy on the way may have swapped the answers. Run it again, and report it if it happens again.",
            };

    /// <summary>The values of a record that the provider has no field for.</summary>
    /// <param name="map">The fields of the provider.</param>
    /// <param name="record">The record.</param>
    /// <param name="isNew">False if what the provider shows and does not take stays out of it: a record that was read has such values.</param>
    public IReadOnlyList<LeftOutValue> LeftOut<T>(FieldMap<T> map, T record, bool isNew = true)
        where T : InvoiceRecord, new() => [.. map.Unwritten(record).Where(property => isNew || !(map.Has(property) || ComesWithTax(property))).Select(LeftOut<T>)];

    /// <summary>Those of some values that a record has. The provider has no field for them.</summary>
    public IReadOnlyList<LeftOutValue> LeftOut<T>(T record, params string[] properties)
        where T : InvoiceRecord => [.. properties.Where(property => typeof(T).GetProperty(property)!.GetValue(record) is not (null or "")).Select(LeftOut<T>)];

    /// <summary>Warns of values that are left out, so that nobody believes they were carried over.</summary>
    public void Warn(IEnumerable<LeftOutValue> leftOut) => Api.Observer.Warn(leftOut);

    /// <summary>A change that warns of the values that are left out, and is sent then.</summary>
    public PreparedChange<T> Prepared<T>(
        T record, IReadOnlyList<LeftOutValue> leftOut, Func<T, CancellationToken, Task<T>> send, bool isBinding = false, InvoiceTotals? totals = null)
        where T : InvoiceRecord => new(
        record,
        (own, cancel) =>
        {
            Warn(leftOut);
            return send(own, cancel);
        })
        {
            LeftOut = leftOut,
            IsBinding = isBinding,
            Totals = totals,
        };

    /// <summary>Warns where the provider's total of a new document is another one than ours: it may change taxes and rounds without a word.</summary>
    public void CompareTotal(Invoice made, Invoice sent, InvoiceTotals expected)
    {
        if (made.Total is { } total && total != expected.Total)
        {
            Api.Observer?.OnWarning(FormattableString.Invariant(
                $"{CommonRules.Name(sent)} has a total of {total:0.00} at the provider, where {expected.Total:0.00} was computed from its lines."));
        }
    }

    /// <summary>A value that the provider has no field for.</summary>
    public LeftOutValue LeftOut<T>(string property)
    {
        string words = InvoiceRecord.WordsFor(typeof(T));
        string article = "aeiou".IndexOf(words[0]) >= 0 ? "an" : "a";
        return new LeftOutValue(property, $"{Session.Provider.Name} has no field for the {property} of {article} {words}: it was left out.");
    }

    /// <summary>The name of a tax stands for its rate and its identifier, which a record that was read has from the list of taxes.</summary>
    private static bool ComesWithTax(string property) => property is nameof(Item.TaxRate) or nameof(Item.TaxId);

    /// <summary>Zeros may stand before a number, and a name may follow it, as in <c>88-acme</c>.</summary>
    private static bool IsSame(string one, string other)
    {
        string plain = one.Trim().TrimStart('0');
        return (other.Trim().TrimStart('0') + "-").StartsWith(plain + "-", StringComparison.OrdinalIgnoreCase);
    }
}
