using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Records that move from one account to another: what means the same there goes along, and what does not stays behind.</summary>
public abstract partial class ConnectorCmdlet<TCapability>
{
    private List<Tax>? _taxes;

    /// <summary>Makes lines fit for the account that they are sent to. Identifiers and private fields of another account stay behind.</summary>
    /// <param name="lines">The lines: copies that may be changed.</param>
    /// <param name="taxMap">Taxes of the other account, by name or rate, and those of this one.</param>
    private protected void Settle(IEnumerable<InvoiceLine> lines, IDictionary? taxMap)
    {
        Dictionary<string, string> map = InputValue.Texts(taxMap);
        foreach (InvoiceLine line in lines)
        {
            string? given = line.Tax;
            bool isForeign = line.GetOwner() is { } owner && owner.AccountKey != SessionFor().AccountKey;
            if (isForeign)
            {
                line.ItemId = line.WarehouseId = line.AccountId = line.TaxId = null;
                line.Tax = KnownHere(line.Tax, line.TaxRate);
                line.SecondTax = KnownHere(line.SecondTax, line.SecondTaxRate);
                line.Extra.Clear();
                line.Disown();
            }

            if (Mapped(map, given, line.TaxRate) is { } tax)
            {
                (line.Tax, line.TaxRate, line.TaxId) = (tax, null, null);
            }
        }
    }

    /// <summary>Gives a new record what the summary that it comes out of does not show.</summary>
    /// <returns>The whole record, read in its own account.</returns>
    private protected T Complete<T>(T record, T summary)
        where T : InvoiceRecord
    {
        T whole = Whole(summary).Copy();
        foreach (PropertyInfo property in typeof(T).GetProperties().Where(one => one.SetMethod is { IsPublic: true } && one.Name != nameof(InvoiceRecord.Id)))
        {
            bool isMissing = property.GetValue(record) is null or "" or ICollection { Count: 0 };
            if (isMissing && !typeof(InvoiceRecord).IsAssignableFrom(property.PropertyType) && property.GetCustomAttribute<ReadOnlyAttribute>() is null)
            {
                property.SetValue(record, property.GetValue(whole));
            }
        }

        return whole;
    }

    /// <summary>Finds the client, the item and so on that a record of another account names by its identifier there.</summary>
    private protected void MoveIds(InvoiceRecord record, InvoiceRecord source)
    {
        if (!IsForeign(source))
        {
            return;
        }

        Settle(record.GetLines(), null);
        foreach (PropertyInfo property in record.GetType().GetProperties().Where(one => one.Name.EndsWith("Id", StringComparison.Ordinal) && one.Name != "Id"))
        {
            if (property.SetMethod is not { IsPublic: true } || property.GetValue(record) is not string { Length: > 0 } id || id != property.GetValue(source) as string)
            {
                continue;
            }

            string? own = property.Name switch
            {
                "ClientId" => Like<Client>(id, source),
                "ItemId" => Like<Item>(id, source),
                "WarehouseId" => Like<Warehouse>(id, source),
                "CategoryId" or "ParentId" when record is Expense or Category => Like<Category>(id, source),
                _ => null,
            };
            property.SetValue(record, own);
            if (own is null)
            {
                Pump.OnWarning($"{property.Name} of the {InvoiceRecord.WordsFor(record.GetType())} is valid only in {source.Origin} and was not copied.");
            }
        }
    }

    /// <summary>The identifier here of what a record of another account names by an identifier there.</summary>
    private string? Like<T>(string id, InvoiceRecord source)
        where T : InvoiceRecord, new()
    {
        var other = new T { Id = id }.OwnedBy(source.GetOwner()).AsPartial();
        return other is Client client ? ClientOrNone(ClientIdentity.Of(client))?.Id : FindRecord<T>(RecordIdentity.From(other, RecordKeyKind.Any)).Id;
    }

    /// <summary>Warns of fields that exist only at the provider of an object, and are therefore not copied.</summary>
    private protected void WarnOfLoss(InvoiceRecord? source)
    {
        if (source?.HasExtra() != true || source.GetOwner() is not { } from || from.AccountKey == SessionFor().AccountKey)
        {
            return;
        }

        string kind = InvoiceRecord.WordsFor(source.GetType());
        foreach (KeyValuePair<string, object?> field in source.Extra)
        {
            if (field.Value is not (null or "" or 0L or 0m or false or ICollection))
            {
                Pump.OnWarning($"Field '{field.Key}' of the {kind} exists only at {(from as InvoiceSession)?.Provider.Name ?? from.AccountKey} and was not copied.");
            }
        }
    }

    /// <summary>
    /// The name of a tax, if this account has one of the name at the same rate. Otherwise the rate says which is meant: the provider refuses a
    /// rate that several taxes have.
    /// </summary>
    private string? KnownHere(string? name, decimal? rate)
    {
        if (name is null || rate is null)
        {
            return name;
        }

        _taxes ??= SessionFor().Provider.Can(typeof(IReader<Tax>)) ? Await(SessionFor().Use<IReader<Tax>>(Pump).List(new ListQuery()).ToListAsync(Cancel)) : [];
        return _taxes.Any(tax => string.Equals(tax.Name, name, StringComparison.OrdinalIgnoreCase) && tax.Rate == rate) ? name : null;
    }

    private static string? Mapped(Dictionary<string, string> map, string? name, decimal? rate) => map.Count == 0 ? null
        : name is not null && map.TryGetValue(name, out string? byName) ? byName
        : rate is { } number && map.TryGetValue(number.ToString("0.####", CultureInfo.InvariantCulture), out string? byRate) ? byRate : null;
}
