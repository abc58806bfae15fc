using System.Collections.Generic;
using Invoicing.Engine.Fields;

namespace Invoicing.Providers.Facturagem;

/// <summary>The tables with the names that hold in a session.</summary>
internal sealed class MapSet
{
    /// <param name="adapt">Gives a table the names that were learned for what it belongs to.</param>
    /// <param name="given">Names that the user gave at Connect; they win.</param>
    public MapSet(IAdapter adapt, IReadOnlyDictionary<string, string> given)
    {
        Client = adapt.Adapt(FacturagemMaps.Client, FieldOwner.Client, isLine: false).Renamed(given);
        Line = adapt.Adapt(FacturagemMaps.Line, FieldOwner.Invoice, isLine: true).Renamed(given);
        Invoice = adapt.Adapt(FacturagemMaps.Invoice(Line), FieldOwner.Invoice, isLine: false).Renamed(given);
        Payment = adapt.Adapt(FacturagemMaps.Payment, FieldOwner.Payment, isLine: false).Renamed(given);
        Account = adapt.Adapt(FacturagemMaps.Account, FieldOwner.Account, isLine: false).Renamed(given);
    }

    /// <summary>Knows names.</summary>
    internal interface IAdapter
    {
        FieldMap<T> Adapt<T>(FieldMap<T> map, FieldOwner owner, bool isLine)
            where T : class, new();
    }

    public FieldMap<Client> Client { get; }

    public FieldMap<InvoiceLine> Line { get; }

    public FieldMap<Invoice> Invoice { get; }

    public FieldMap<Payment> Payment { get; }

    public FieldMap<InvoiceAccount> Account { get; }

    /// <summary>Every row of what a field can belong to: our name and the names on the wire.</summary>
    public IEnumerable<(string Property, string Name)> NamesOf(FieldOwner owner, bool isLine) => owner switch
    {
        FieldOwner.Client => Rows(Client),
        FieldOwner.Invoice => isLine ? Rows(Line) : Rows(Invoice),
        FieldOwner.Payment => Rows(Payment),
        _ => Rows(Account),
    };

    private static IEnumerable<(string Property, string Name)> Rows<T>(FieldMap<T> map)
        where T : class, new()
    {
        foreach (FieldMapEntry<T> row in map)
        {
            if (row.Property is { } property)
            {
                yield return ($"{typeof(T).Name}.{property}", row.Name);
                foreach (string other in row.OtherNames)
                {
                    yield return ($"{typeof(T).Name}.{property}", other);
                }
            }
        }
    }
}
