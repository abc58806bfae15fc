using Invoicing.Engine.Fields;
using Invoicing.Http;

namespace Invoicing.Engine;

/// <summary>What a resource of a connector works with: the session it is for, and the road with the one who wants to hear of it.</summary>
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
        record.Session = Session;
        return record;
    }

    /// <summary>Warns of what an object says and the provider has no field for, so that nobody believes it was carried over.</summary>
    public void WarnOfLoss<T>(FieldMap<T> map, T record)
        where T : InvoiceRecord, new()
    {
        foreach (string property in map.Unwritten(record))
        {
            Api.Observer?.OnWarning($"{Session.Provider.Name} has no field for the {property} of a {InvoiceRecord.WordsFor(typeof(T))}: it was left out.");
        }
    }
}
