namespace Invoicing;

/// <summary>What every object has that came from, or goes to, a provider.</summary>
public abstract class InvoiceRecord
{
    private ExtraFields? _extra;

    /// <summary>The provider's own identifier, as opaque text; <c>null</c> while the object is not stored there.</summary>
    public string? Id { get; set; }

    /// <summary>
    /// Every field of the provider's answer that the model has no name for, under the provider's name. It goes back on an update, so
    /// that nothing is lost.
    /// </summary>
    public ExtraFields Extra => _extra ??= new ExtraFields();

    /// <summary>
    /// Where the provider says that the object and its relatives are, by their relation; <c>null</c> where it says nothing of it.
    /// </summary>
    public RecordLinks? Links { get; internal set; }

    /// <summary>The session that the object came out of; a cmdlet sends it back there.</summary>
    internal InvoiceSession? Session { get; set; }

    /// <summary>Whether the provider has more to tell of it than it did, as in lists that are short or after it was made.</summary>
    internal bool IsPartial { get; set; }

    internal bool HasExtra => _extra is { Count: > 0 };
}
