using System;
using System.Collections.Generic;
using System.ComponentModel;
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

    /// <summary>
    /// Provider, account and session from which the record came, such as <c>InvoiceXpress/acme/books</c>. <see cref="Id"/> is valid in that
    /// account alone.
    /// </summary>
    [ReadOnly(true)]
    public string? Origin => Session is { } owner ? RecordOrigin.TextOf(owner) : null;

    /// <summary>The session from which the record came. Cmdlets send it back there.</summary>
    internal IRecordOwner? Session { get; set; }

    /// <summary>Marks the record and its parts as those of a session.</summary>
    internal void Stamp(IRecordOwner owner)
    {
        Session = owner;
        foreach (InvoiceLine line in OwnLines)
        {
            line.Session = owner;
        }

        if (OwnClient is { } client)
        {
            client.Session ??= owner;
        }
    }

    /// <summary>The lines of the record, if its kind has any.</summary>
    internal IEnumerable<InvoiceLine> Parts => OwnLines;

    /// <summary>The client that the record contains, in its fields that the provider shows there.</summary>
    private protected virtual Client? OwnClient => null;

    /// <summary>The lines that the record contains.</summary>
    private protected virtual IEnumerable<InvoiceLine> OwnLines => [];

    /// <summary>True if the record is incomplete, as in short lists or after its creation.</summary>
    internal bool IsPartial { get; set; }

    /// <summary>True if parts of the record were cut off when it was saved. It cannot take the place of what the provider has.</summary>
    internal bool IsTruncated { get; set; }

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

    /// <summary>Gives the name of a kind of record in prompts and errors, such as <c>client adjustment</c>.</summary>
    /// <param name="kind">The class of the records.</param>
    /// <returns>The name.</returns>
    public static string WordsFor(Type kind) =>
        string.Concat(kind.Name.Select((letter, place) => (place > 0 && char.IsUpper(letter) ? " " : "") + char.ToLowerInvariant(letter)));
}
