using System;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Reads a parameter as <see cref="InputValue"/> does. An empty cell of a CSV file is no value.</summary>
internal abstract class InputTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return Read(inputData)!;
        }
        catch (Exception fault) when (fault is FormatException or InvalidCastException or OverflowException)
        {
            throw new ArgumentTransformationMetadataException(fault.Message, fault);
        }
    }

    protected abstract object? Read(object? input);
}

/// <summary>A number.</summary>
internal abstract class NumberTransformationAttribute : InputTransformationAttribute
{
    /// <summary>True if a value is required. PowerShell would read an empty one as 0.</summary>
    public bool Needed { get; set; }

    protected sealed override object? Read(object? input) =>
        Number(input) ?? (Needed ? throw new FormatException("A number is needed here.") : null);

    protected abstract decimal? Number(object? input);
}

/// <summary>An amount, a quantity or a rate.</summary>
internal sealed class AmountTransformationAttribute : NumberTransformationAttribute
{
    protected override decimal? Number(object? input) => InputValue.Amount(input);
}

/// <summary>A whole number.</summary>
internal sealed class CountTransformationAttribute : NumberTransformationAttribute
{
    protected override decimal? Number(object? input) => InputValue.Count(input);
}

/// <summary>A date.</summary>
internal sealed class DateTransformationAttribute : InputTransformationAttribute
{
    protected override object? Read(object? input) => InputValue.Date(input);
}

/// <summary>A day and a time of day.</summary>
internal sealed class MomentTransformationAttribute : InputTransformationAttribute
{
    protected override object? Read(object? input) => InputValue.Moment(input);
}

/// <summary>True, false or nothing.</summary>
internal sealed class FlagTransformationAttribute : InputTransformationAttribute
{
    protected override object? Read(object? input) => InputValue.Flag(input);
}

/// <summary>A place: the object, a hashtable or a row.</summary>
internal sealed class AddressTransformationAttribute : InputTransformationAttribute
{
    protected override object? Read(object? input) => InputValue.Unwrap(input) switch
    {
        null => null,
        PostalAddress address => address,
        string text when text.Trim().Length == 0 => null,
        PSObject or System.Collections.IDictionary => InputRow.ToAddress(InputValue.Unwrap(input)!),
        var bare => throw new FormatException($"'{bare}' is no address. Use a hashtable with Street, City, PostalCode and Country."),
    };
}

/// <summary>Text; blanks around it do not count.</summary>
internal sealed class TextTransformationAttribute : InputTransformationAttribute
{
    protected override object? Read(object? input) => InputValue.Text(input);
}

/// <summary>A member of an enumeration.</summary>
internal sealed class MemberTransformationAttribute : InputTransformationAttribute
{
    private readonly Type _enumeration;

    public MemberTransformationAttribute(Type enumeration) => _enumeration = enumeration;

    protected override object? Read(object? input) => InputValue.Member(_enumeration, input);
}

/// <summary>One of a few words. A ValidateSet would refuse what has no value, as a document's property may.</summary>
internal sealed class WordTransformationAttribute : InputTransformationAttribute
{
    private readonly string[] _words;

    public WordTransformationAttribute(params string[] words) => _words = words;

    protected override object? Read(object? input) => InputValue.Text(input) is not { } text ? null
        : _words.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException($"'{text}' is none of {string.Join(", ", _words)}.");
}

/// <summary>Lines of a document: objects, hashtables or rows, one or many.</summary>
internal sealed class LineTransformationAttribute : InputTransformationAttribute
{
    protected override object? Read(object? input)
    {
        object? bare = InputValue.Unwrap(input);
        return bare switch
        {
            null => null,
            InvoiceLine line => new[] { line },
            System.Collections.IDictionary or PSObject => new[] { InputRow.ToLine(bare) },
            System.Collections.IEnumerable list and not string => list.Cast<object?>().Select(item => InputRow.ToLine(InputValue.Unwrap(item))).ToArray(),
            _ => throw new FormatException($"'{bare}' is no line. Use New-InvoiceLine, or a hashtable with Name, Quantity, UnitPrice and Tax."),
        };
    }
}

/// <summary>A client by what a person has: an id, a code, a name, an object, a row.</summary>
internal sealed class ClientTransformationAttribute : InputTransformationAttribute
{
    protected override object? Read(object? input) => IdentityReader.Read(input, ClientIdentity.From);
}

/// <summary>A document by what a person has: an id, a number, an object, a row.</summary>
internal sealed class InvoiceTransformationAttribute : InputTransformationAttribute
{
    protected override object? Read(object? input) => IdentityReader.Read(input, InvoiceIdentity.From);
}

/// <summary>Any other object by what a person has: an id, a name, the object, a row.</summary>
internal sealed class RecordTransformationAttribute : InputTransformationAttribute
{
    protected override object? Read(object? input) => IdentityReader.Read(input, RecordIdentity.From);
}

/// <summary>Reads one identity or a list of them.</summary>
internal static class IdentityReader
{
    public static T[] Read<T>(object? input, Func<object, T> read)
    {
        object? bare = InputValue.Unwrap(input);
        return bare switch
        {
            null => [],
            T identity => [identity],
            System.Collections.IEnumerable list and not string and not System.Collections.IDictionary =>
                [.. list.Cast<object?>().Select(InputValue.Unwrap).Where(item => item is not null).Select(item => item is T known ? known : read(item!))],
            _ => [read(bare)],
        };
    }
}
