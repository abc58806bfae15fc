using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>Base of all records of a provider.</summary>
public abstract class InvoiceRecord
{
    private ExtraFields? _extra;

    /// <summary>The provider's identifier, as opaque text; <c>null</c> for a record that is not stored yet.</summary>
    public string? Id { get; set; }

    /// <summary>
    /// Fields of the provider's answer that the model does not have, under the provider's names. They are sent back in an update, so
    /// that nothing is lost.
    /// </summary>
    public ExtraFields Extra => _extra ??= new ExtraFields();

    /// <summary>
    /// Addresses of the record and related records at the provider, by relation; <c>null</c> if the provider gives none.
    /// </summary>
    public RecordLinks? Links { get; internal set; }

    /// <summary>The session from which the record came. Cmdlets send it back there.</summary>
    internal IRecordOwner? Session { get; set; }

    /// <summary>True if the record is incomplete, as in short lists or after its creation.</summary>
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

    /// <summary>Name of a kind of record in prompts and errors, such as <c>client adjustment</c>.</summary>
    internal static string WordsFor(Type kind) =>
        string.Concat(kind.Name.Select((letter, place) => (place > 0 && char.IsUpper(letter) ? " " : "") + char.ToLowerInvariant(letter)));
}
