using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Invoicing.Saft.Reading;
using Invoicing.Saft.Rows;

namespace Invoicing.Saft;

/// <summary>
/// Reads a SAF-T (PT) 1.04_01 file from its start to its end and hands out its records one at a time, whatever the file's size.
/// The file may also be a ZIP with exactly one .xml in it, or a gzip; its first bytes say so.
/// </summary>
/// <remarks>
/// Reading is lenient: an element in a wrong place is read, an unknown one is passed over, a value that cannot be read becomes
/// null. <see cref="SaftChecker"/> is what finds faults. All methods open the file when the first record is asked for and throw
/// <see cref="SaftFormatException"/> for a file that is no well-formed XML, ends too early or is of another version.
/// </remarks>
public static class SaftReader
{
    private static readonly Dictionary<Type, SaftSection> SectionOfType = new()
    {
        [typeof(SaftHeader)] = SaftSection.Header,
        [typeof(SaftCustomer)] = SaftSection.Customers,
        [typeof(SaftSupplier)] = SaftSection.Suppliers,
        [typeof(SaftParty)] = SaftSection.Customers | SaftSection.Suppliers,
        [typeof(SaftProduct)] = SaftSection.Products,
        [typeof(SaftTaxEntry)] = SaftSection.Taxes,
        [typeof(SaftInvoice)] = SaftSection.Invoices,
        [typeof(SaftStockMovement)] = SaftSection.StockMovements,
        [typeof(SaftWorkDocument)] = SaftSection.WorkDocuments,
        [typeof(SaftPayment)] = SaftSection.Payments,
        [typeof(SaftTransportDocument)] = SaftSection.Invoices | SaftSection.StockMovements,
        [typeof(SaftDocument)] = SaftSection.Documents,
        [typeof(SaftAccount)] = SaftSection.Accounts,
        [typeof(SaftJournal)] = SaftSection.Journals,
        [typeof(SaftTransaction)] = SaftSection.Transactions,
        [typeof(SaftRecord)] = SaftSection.All,
    };

    /// <summary>The records of the sections asked for, in the order of the file.</summary>
    /// <param name="path">The XML file or ZIP.</param>
    /// <param name="sections">The sections to read; the rest is passed over quickly, and not read at all behind the last section.</param>
    public static IEnumerable<SaftRecord> Read(string path, SaftSection sections = SaftSection.All)
        => Records(() => SaftSource.Open(path), sections);

    /// <summary>The records of the sections asked for, in the order of the file.</summary>
    /// <param name="stream">The XML or ZIP, read from where it stands. A ZIP that cannot seek is held in memory, compressed.</param>
    /// <param name="sections">The sections to read; the rest is passed over quickly, and not read at all behind the last section.</param>
    /// <param name="leaveOpen">False to close the stream at the end.</param>
    public static IEnumerable<SaftRecord> Read(Stream stream, SaftSection sections = SaftSection.All, bool leaveOpen = true)
        => Records(() => new SaftSource(stream, leaveOpen), sections);

    /// <summary>The records of one type, for example SaftInvoice, or SaftDocument for the documents of all tables.</summary>
    /// <typeparam name="T">A record type.</typeparam>
    /// <param name="path">The XML file or ZIP.</param>
    public static IEnumerable<T> Read<T>(string path)
        where T : SaftRecord => Read(path, SectionOf<T>()).OfType<T>();

    /// <summary>The records of one type, for example SaftInvoice, or SaftDocument for the documents of all tables.</summary>
    /// <typeparam name="T">A record type.</typeparam>
    /// <param name="stream">The XML or ZIP, read from where it stands.</param>
    /// <param name="leaveOpen">False to close the stream at the end.</param>
    public static IEnumerable<T> Read<T>(Stream stream, bool leaveOpen = true)
        where T : SaftRecord => Read(stream, SectionOf<T>(), leaveOpen).OfType<T>();

    /// <summary>The records and flat rows of the sections asked for, in the order of the file.</summary>
    /// <param name="path">The XML file, ZIP or gzip.</param>
    /// <param name="sections">The sections to read; Lines, TaxLines and PaymentLines are rows that are made from the documents.</param>
    /// <returns>Objects of the types that <see cref="SaftSection"/> names.</returns>
    public static IEnumerable<object> ReadRows(string path, SaftSection sections)
    {
        var rows = new RowBuilder(sections);
        return Read(path, rows.Needed).SelectMany(rows.Of);
    }

    /// <summary>The header alone; the rest of the file is not read.</summary>
    /// <param name="path">The XML file or ZIP.</param>
    /// <exception cref="SaftFormatException">The file has no header, or cannot be read at all.</exception>
    public static SaftHeader ReadHeader(string path)
        => Read<SaftHeader>(path).FirstOrDefault() ?? throw new SaftFormatException("S01", "The file has no header.");

    private static SaftSection SectionOf<T>() => SectionOfType[typeof(T)];

    private static IEnumerable<SaftRecord> Records(Func<SaftSource> open, SaftSection sections)
    {
        using var source = open();
        using var parser = new SaftParser(source, sections);
        while (parser.Read() is { } record)
        {
            // A journal is read on the way to its transactions, too.
            if (record is not SaftTableTotals && (record is not SaftJournal || (sections & SaftSection.Journals) != 0))
            {
                yield return record;
            }
        }
    }
}
