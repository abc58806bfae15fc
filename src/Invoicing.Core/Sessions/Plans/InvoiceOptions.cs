namespace Invoicing;

/// <summary>Options of a new document.</summary>
public sealed class InvoiceOptions
{
    /// <summary>
    /// Tells to make no document whose reference is there already: the plan then holds the one that is there. The reference becomes the
    /// document's key, so that two runs or processes at once make one document, where the provider helps with that.
    /// </summary>
    public bool SkipExisting { get; init; }

    /// <summary>
    /// Tells to rewrite the draft that has the reference where it differs from the document. It includes <see cref="SkipExisting"/>; an issued
    /// document that differs is refused all the same.
    /// </summary>
    public bool UpdateDraft { get; init; }

    /// <summary>
    /// Tells that the document comes out of another account: what means something there alone, such as a number, is left out with a warning
    /// where this provider has no field for it.
    /// </summary>
    public bool IsMoved { get; init; }

    /// <summary>
    /// Tells to create the client if there is none, and, where lines name items of a catalogue, the items that are not in it. Each is
    /// created once in a session.
    /// </summary>
    public bool CreateMissing { get; init; }

    /// <summary>
    /// The key of the client, read as a key of its kind alone. Without it the identifier, the code or the name of <see cref="Invoice.Client"/> counts,
    /// in this order; with it, that object has the values of a client that is created.
    /// </summary>
    public RecordKey? ClientKey { get; init; }

    /// <summary>
    /// The document that a credit or debit note corrects: an object, or a new one with the number and, if needed, the type. It takes the
    /// place of <see cref="Invoice.CorrectedInvoiceId"/>.
    /// </summary>
    public Invoice? CorrectedInvoice { get; init; }
}
