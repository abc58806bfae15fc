using System;
using System.Collections.Generic;
using System.Linq;

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
    internal IRecordOwner? Session { get; set; }

    /// <summary>Whether the provider has more to tell of it than it did, as in lists that are short or after it was made.</summary>
    internal bool IsPartial { get; set; }

    internal bool HasExtra => _extra is { Count: > 0 };

    /// <summary>Copies the record with all of its parts: a change of the copy never reaches this one.</summary>
    internal InvoiceRecord CopyAll()
    {
        var copy = (InvoiceRecord)MemberwiseClone();
        copy._extra = _extra?.Copy();
        copy.Links = Links?.Copy();
        copy.CopyParts();
        return copy;
    }

    /// <summary>Puts copies in the place of the parts that this record has in common with the one that it was copied from.</summary>
    private protected virtual void CopyParts()
    {
    }

    /// <summary>What a kind of record is called in prompts and errors, such as <c>client adjustment</c>.</summary>
    internal static string WordsFor(Type kind) =>
        string.Concat(kind.Name.Select((letter, place) => (place > 0 && char.IsUpper(letter) ? " " : "") + char.ToLowerInvariant(letter)));
}
