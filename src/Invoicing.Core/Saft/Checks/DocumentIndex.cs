using System;
using System.Collections.Generic;

namespace Invoicing.Saft.Checks;

/// <summary>What later records may ask about a document: 16 bytes a document.</summary>
internal sealed class DocumentIndex
{
    private static readonly SaftTable[] Tables =
        [SaftTable.SalesInvoices, SaftTable.MovementOfGoods, SaftTable.WorkingDocuments, SaftTable.Payments];

    private readonly Dictionary<ulong, DocumentFacts> _documents = [];

    /// <summary>Remembers a document; false where its table already has one of that number.</summary>
    public bool Add(SaftDocument document, string number)
    {
        var key = Fingerprint.Of(document.Table, number);
        if (_documents.ContainsKey(key))
        {
            return false;
        }

        _documents.Add(key, DocumentFacts.Of(document));
        return true;
    }

    /// <summary>Looks a number up in the four tables, sales documents first.</summary>
    public bool TryFind(string number, out DocumentFacts facts)
    {
        foreach (var table in Tables)
        {
            if (_documents.TryGetValue(Fingerprint.Of(table, number), out facts))
            {
                return true;
            }
        }

        facts = default;
        return false;
    }
}

/// <summary>Date, customer and status in 64 bits: days since year 1 (22), cancelled (1), fingerprint of the customer (41).</summary>
internal readonly struct DocumentFacts
{
    private const int DayBits = 22;
    private readonly ulong _bits;

    private DocumentFacts(ulong bits) => _bits = bits;

    /// <summary>The date; null where it is missing.</summary>
    public DateTime? Date
    {
        get
        {
            var days = (int)(_bits & ((1 << DayBits) - 1));
            return days == 0 ? null : DateTime.MinValue.AddDays(days);
        }
    }

    public bool IsCancelled => (_bits & (1UL << DayBits)) != 0;

    public static DocumentFacts Of(SaftDocument document)
    {
        var days = document.Date is { } date ? (ulong)(date.Ticks / TimeSpan.TicksPerDay) : 0;
        var cancelled = document.IsCancelled ? 1UL << DayBits : 0;
        return new DocumentFacts(days | cancelled | (CustomerBits(document.CustomerId) << (DayBits + 1)));
    }

    public bool IsOfCustomer(string? id) => _bits >> (DayBits + 1) == CustomerBits(id);

    private static ulong CustomerBits(string? id) => id is null ? 0 : Fingerprint.Of(id) >> (DayBits + 1);
}
