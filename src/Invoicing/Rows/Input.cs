using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>
/// The value of a parameter as it was given. It is converted when the row is processed and not while PowerShell binds it: then everything
/// that is wrong with a row is reported in one error, and -Culture applies.
/// </summary>
public abstract class Input
{
    private protected Input(object? raw)
    {
        IsWrapped = raw is PSObject { BaseObject: not PSCustomObject };
        Raw = InputValue.Single(raw);
    }

    /// <summary>The value as it was given; a list of one is that one.</summary>
    internal object? Raw { get; }

    /// <summary>PowerShell wraps what a script block gives, and hands over the property of an object bare.</summary>
    internal bool IsWrapped { get; }

    /// <summary>Nothing was given on purpose: $null, an empty cell, or blanks.</summary>
    internal bool IsEmpty => Raw is null || (Raw is string text && text.Trim().Length == 0) || (Raw is ICollection { Count: 0 } and not IDictionary);

    /// <summary>The converted value.</summary>
    internal abstract object? Converted { get; set; }

    /// <summary>The value as it was given.</summary>
    public override string ToString() => Raw is IEnumerable list and not string and not IDictionary
        ? string.Join(", ", list.Cast<object?>().Select(InputValue.Text))
        : InputValue.Text(Raw) ?? "";
}

/// <summary>The value of a parameter of one type.</summary>
/// <typeparam name="T">The type that it is converted to.</typeparam>
public sealed class Input<T> : Input
{
    internal Input(object? raw)
        : base(raw)
    {
    }

    /// <summary>The converted values: one, none where nothing was given, several only for a parameter that takes several.</summary>
    internal T[] Values { get; private set; } = [];

    /// <inheritdoc/>
    internal override object? Converted
    {
        get => Values.Length > 0 ? Values[0] : null;
        set => Values = value switch
        {
            null => [],
            T[] several => several,
            _ => [(T)value],
        };
    }
}

/// <summary>The value of a parameter that was perhaps not given.</summary>
internal static class InputOfStruct
{
    /// <summary>The converted value; <c>null</c> where nothing was given.</summary>
    public static T? Get<T>(this Input<T>? input)
        where T : struct => input is { Values.Length: > 0 } ? input.Values[0] : null;
}

/// <summary>The value of a parameter that was perhaps not given.</summary>
internal static class InputOfClass
{
    /// <summary>The converted value; <c>null</c> where nothing was given.</summary>
    public static T? Get<T>(this Input<T>? input)
        where T : class => input is { Values.Length: > 0 } ? input.Values[0] : null;
}
