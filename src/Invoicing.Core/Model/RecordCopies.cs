namespace Invoicing;

/// <summary>Copies of records.</summary>
public static class RecordCopies
{
    /// <summary>Copies a record with its lines, addresses, contacts and extra fields: a change of the copy never reaches the record.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <param name="record">The record.</param>
    /// <returns>The copy. It belongs to the same session.</returns>
    public static T Copy<T>(this T record)
        where T : InvoiceRecord => (T)record.CopyAll();
}
