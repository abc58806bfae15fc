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

    /// <summary>Marks an object as having come out of this session.</summary>
    public T Own<T>(T record)
        where T : InvoiceRecord
    {
        record.Stamp(Session);
        (record as Invoice)?.MarkRead();
        return record;
    }

    /// <summary>The values of a record that the provider has no field for.</summary>
    public IReadOnlyList<LeftOutValue> LeftOut<T>(FieldMap<T> map, T record)
        where T : InvoiceRecord, new() =>
    [
        .. map.Unwritten(record).Select(property => new LeftOutValue(
            property, $"{Session.Provider.Name} has no field for the {property} of a {InvoiceRecord.WordsFor(typeof(T))}: it was left out.")),
    ];

    /// <summary>A change that warns of the values that are left out, so that nobody believes they were carried over, and is sent then.</summary>
    public PreparedChange<T> Prepared<T>(
        T record, IReadOnlyList<LeftOutValue> leftOut, Func<T, CancellationToken, Task<T>> send, bool isBinding = false, InvoiceTotals? totals = null)
        where T : InvoiceRecord => new(
        record,
        (own, cancel) =>
        {
            foreach (LeftOutValue value in leftOut)
            {
                Api.Observer?.OnWarning(value.Reason);
            }

            return send(own, cancel);
        })
        {
            LeftOut = leftOut,
            IsBinding = isBinding,
            Totals = totals,
        };
}
