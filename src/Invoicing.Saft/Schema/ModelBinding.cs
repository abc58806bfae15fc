using System;

namespace Invoicing.Saft.Schema;

/// <summary>Puts the text of an element into an object of the model.</summary>
internal abstract class ValueBinding
{
    /// <summary>False where the text is not the number or date that it should be.</summary>
    public abstract bool TrySet(object target, string text);
}

/// <summary>Opens an object of the model for an element that has children.</summary>
internal abstract class ChildBinding(Type childType, SaftSection section)
{
    public Type ChildType { get; } = childType;

    /// <summary>The section that the element belongs to, so that it can be passed over; None inside a record.</summary>
    public SaftSection Section { get; } = section;

    public abstract object Open(object parent);
}

/// <summary>Reads a text as a value.</summary>
internal delegate bool TryRead<TValue>(string text, out TValue value);

/// <summary>A value that needs no reading.</summary>
internal sealed class TextBinding<T>(Action<T, string> set) : ValueBinding
{
    public override bool TrySet(object target, string text)
    {
        set((T)target, text);
        return true;
    }
}

/// <summary>A number, date or flag.</summary>
internal sealed class TypedBinding<T, TValue>(TryRead<TValue> read, Action<T, TValue> set) : ValueBinding
{
    public override bool TrySet(object target, string text)
    {
        if (!read(text, out var value))
        {
            return false;
        }

        set((T)target, value);
        return true;
    }
}

/// <summary>A child object.</summary>
internal sealed class ChildBinding<T, TChild>(SaftSection section, Func<T, TChild> open) : ChildBinding(typeof(TChild), section)
    where TChild : class
{
    public override object Open(object parent) => open((T)parent);
}
