using System;
using System.Collections.Generic;

namespace Invoicing.Engine;

/// <summary>
/// Facts about a record that are no values of it: the session that it came from, and how much of it is known. They are methods of their own, so
/// that no list of a record's properties shows them.
/// </summary>
public static class RecordFacts
{
    /// <summary>Gives the session that a record came from, in which its identifier is valid.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The session, or the origin that a file told; <c>null</c> for a new record.</returns>
    public static IRecordOwner? GetOwner(this InvoiceRecord record) => record.Session;

    /// <summary>Gives the session that a line came from.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The session; <c>null</c> for a new line.</returns>
    public static IRecordOwner? GetOwner(this InvoiceLine line) => line.Session;

    /// <summary>Marks a record and its parts as those of a session.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <param name="record">The record.</param>
    /// <param name="owner">The session; <c>null</c> leaves the record as it is.</param>
    /// <returns>The record.</returns>
    public static T OwnedBy<T>(this T record, IRecordOwner? owner)
        where T : InvoiceRecord
    {
        if (owner is not null)
        {
            record.Stamp(owner);
        }

        return record;
    }

    /// <summary>Makes a line that was read at another account a new one.</summary>
    /// <param name="line">The line.</param>
    public static void Disown(this InvoiceLine line) => line.Session = null;

    /// <summary>Gives the lines of a record, if its kind has any.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The lines.</returns>
    public static IEnumerable<InvoiceLine> GetLines(this InvoiceRecord record) => record.Parts;

    /// <summary>Tells whether a record is incomplete, as in short lists: to see or change the rest, it is read first.</summary>
    /// <param name="record">The record.</param>
    /// <returns><c>true</c> if it is.</returns>
    public static bool IsPartial(this InvoiceRecord record) => record.IsPartial;

    /// <summary>Marks a record as incomplete.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <param name="record">The record.</param>
    /// <returns>The record.</returns>
    public static T AsPartial<T>(this T record)
        where T : InvoiceRecord
    {
        record.IsPartial = true;
        return record;
    }

    /// <summary>Tells whether parts of a record were cut off when it was saved, so that it cannot take the place of what the provider has.</summary>
    /// <param name="record">The record.</param>
    /// <returns><c>true</c> if they were.</returns>
    public static bool IsTruncated(this InvoiceRecord record) => record.IsTruncated;

    /// <summary>Marks a record as one whose parts were cut off.</summary>
    /// <param name="record">The record.</param>
    public static void MarkTruncated(this InvoiceRecord record) => record.IsPartial = record.IsTruncated = true;

    /// <summary>Tells whether a record has fields that only its provider knows.</summary>
    /// <param name="record">The record.</param>
    /// <returns><c>true</c> if it has.</returns>
    public static bool HasExtra(this InvoiceRecord record) => record.HasExtra;

    /// <summary>Tells whether a document is issued and not paid in full, and the client owes it.</summary>
    /// <param name="invoice">The document.</param>
    /// <returns><c>true</c> if it is.</returns>
    public static bool IsOwed(this Invoice invoice) => invoice.IsOwed;

    /// <summary>Tells whether the tax authority has still to give its code: for guides that are issued.</summary>
    /// <param name="invoice">The document.</param>
    /// <returns><c>true</c> if it has.</returns>
    public static bool AwaitsTransportCode(this Invoice invoice) => invoice.AwaitsTransportCode;

    /// <summary>Describes a payment that has no number yet, for messages.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="document">The document that it is for.</param>
    /// <returns>The description.</returns>
    public static string InWords(this Payment payment, object document) =>
        FormattableString.Invariant($"the payment of {payment.Amount:0.00} for {document}");
}
