using System;

namespace Invoicing.Engine.Fields;

/// <summary>The place in a model object for fields that its field map does not name.</summary>
internal static class ExtraOwner
{
    /// <summary>The function that gives the place; asked with <c>true</c> it makes the place if there is none yet.</summary>
    public static Func<TModel, bool, ExtraFields?>? Of<TModel>(UnknownFields unknown) => unknown switch
    {
        UnknownFields.Dropped => null,
        UnknownFields.Kept => (model, make) => make ? Extra(model, make) : null,
        _ => Extra,
    };

    private static ExtraFields? Extra<TModel>(TModel model, bool make) => model switch
    {
        InvoiceRecord record => make || record.HasExtra ? record.Extra : null,
        InvoiceLine line => make || line.HasExtra ? line.Extra : null,
        PostalAddress place => make || place.HasExtra ? place.Extra : null,
        MultibancoReference reference => make || reference.HasExtra ? reference.Extra : null,
        _ => throw new NotSupportedException($"{typeof(TModel).Name} has no place for extra fields."),
    };
}
