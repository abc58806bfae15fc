using System;

namespace Invoicing.Saft.Checks;

/// <summary>The facts about a document that later records may need: some 20 to 40 bytes a document.</summary>
internal sealed class DocumentIndex
{
    private static readonly SaftTable[] Tables =
        [SaftTable.SalesInvoices, SaftTable.MovementOfGoods, SaftTable.WorkingDocuments, SaftTable.Payments];

    private readonly FingerprintTable _documents = new(hasValues: true);

    /// <summary>Remembers a document; false where its table already has one of that number.</summary>
    public bool Add(SaftDocument document, string number)
        => _documents.Add(Fingerprint.Of(document.Table, number), DocumentFacts.Of(document));

    /// <summary>Looks a number up in the four tables, sales documents first.</summary>
    public bool TryFind(string number, out DocumentFacts facts)
    {
        foreach (var table in Tables)
        {
            if (_documents.TryGet(Fingerprint.Of(table, number), out var bits))
            {
                facts = new DocumentFacts(bits);
                return true;
            }
        }

        facts = default;
        return false;
    }
}

/// <summary>Date, customer and status in 64 bits: days since year 1 (22), cancelled (1), fingerprint of the customer (41).</summary>
internal readonly struct DocumentFacts(ulong bits)
{
    private const int DayBits = 22;

    /// <summary>The date; null where it is missing.</summary>
    public DateTime? Date
    {
        get
        {
            var days = (int)(bits & ((1 << DayBits) - 1));
            return days == 0 ? null : DateTime.MinValue.AddDays(days);
        }
    }

    public bool IsCancelled => (bits & (1UL << DayBits)) != 0;

    public static ulong Of(SaftDocument document)
    {
        var days = document.Date is { } date ? (ulong)(date.Ticks / TimeSpan.TicksPerDay) : 0;
        var cancelled = document.IsCancelled ? 1UL << DayBits : 0;
        return days | cancelled | (CustomerBits(document.CustomerId) << (DayBits + 1));
    }

    public bool IsOfCustomer(string? id) => bits >> (DayBits + 1) == CustomerBits(id);

    private static ulong CustomerBits(string? id) => id is null ? 0 : Fingerprint.Of(id) >> (DayBits + 1);
}
