using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Invoicing.Commands;

/// <summary>
/// The way in which a parameter is read. The parameter gets an <see cref="Input{T}"/>, which is converted with its row: a bad value must not
/// keep PowerShell from binding the rest of the row. Only a parameter that no row gives is converted at once.
/// </summary>
internal abstract class InputTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>True if the parameter has its own type and is converted at once, since no row gives it.</summary>
    public bool Now { get; set; }

    public sealed override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (!Now)
        {
            return Wrap(inputData);
        }

        try
        {
            return Read(inputData, InputForm.Plain)!;
        }
        catch (Exception fault) when (IsBadInput(fault) && fault is not PSInvalidCastException)
        {
            throw new ArgumentTransformationMetadataException(Messages.Of(fault.Message), fault);
        }
    }

    /// <summary>Exceptions that say that a value cannot be read.</summary>
    public static bool IsBadInput(Exception fault) => fault is FormatException or InvalidCastException or OverflowException or ArgumentException;

    /// <summary>Converts a value; <c>null</c> where nothing was given.</summary>
    /// <exception cref="FormatException">The value cannot be read, or can be read in two ways.</exception>
    public abstract object? Read(object? input, InputForm form);

    protected abstract Input Wrap(object? input);
}

/// <summary>A number.</summary>
internal abstract class NumberTransformationAttribute : InputTransformationAttribute
{
    private bool _isNeeded;

    /// <summary>True if an empty value is an error, for a parameter that is converted at once. PowerShell would read it as 0.</summary>
    public bool Needed
    {
        get => _isNeeded;
        set => _isNeeded = Now = value;
    }

    public sealed override object? Read(object? input, InputForm form) =>
        Number(input, form) ?? (Needed ? throw new FormatException("A number is needed here.") : null);

    protected abstract object? Number(object? input, InputForm form);
}

/// <summary>An amount or a quantity.</summary>
internal sealed class AmountTransformationAttribute : NumberTransformationAttribute
{
    /// <summary>True if it can also be a percentage, written with its sign.</summary>
    public bool Percent { get; set; }

    protected override object? Number(object? input, InputForm form) => Percent ? InputValue.Percent(input, form.Trusted()) : InputValue.Amount(input, form);

    protected override Input Wrap(object? input) => new Input<decimal>(input);
}

/// <summary>A rate or a discount in percent.</summary>
internal sealed class PercentTransformationAttribute : NumberTransformationAttribute
{
    protected override object? Number(object? input, InputForm form) => InputValue.Percent(input, form);

    protected override Input Wrap(object? input) => new Input<decimal>(input);
}

/// <summary>A whole number.</summary>
internal sealed class CountTransformationAttribute : NumberTransformationAttribute
{
    /// <summary>The smallest number that makes sense.</summary>
    public int Least { get; set; } = int.MinValue;

    /// <summary>The largest number that makes sense.</summary>
    public int Most { get; set; } = int.MaxValue;

    protected override object? Number(object? input, InputForm form) => InputValue.Count(input, form) is { } number && (number < Least || number > Most)
        ? throw new FormatException($"'{number}' is not a number from {Least} to {Most}.")
        : InputValue.Count(input, form);

    protected override Input Wrap(object? input) => new Input<int>(input);
}

/// <summary>A date.</summary>
internal sealed class DateTransformationAttribute : InputTransformationAttribute
{
    public override object? Read(object? input, InputForm form) => InputValue.Date(input, form);

    protected override Input Wrap(object? input) => new Input<DateTime>(input);
}

/// <summary>A day and a time of day.</summary>
internal sealed class MomentTransformationAttribute : InputTransformationAttribute
{
    public override object? Read(object? input, InputForm form) => InputValue.Moment(input, form);

    protected override Input Wrap(object? input) => new Input<DateTime>(input);
}

/// <summary>True, false or nothing.</summary>
internal sealed class FlagTransformationAttribute : InputTransformationAttribute
{
    public override object? Read(object? input, InputForm form) => InputValue.Flag(input);

    protected override Input Wrap(object? input) => new Input<bool>(input);
}

/// <summary>A place: the object, a hashtable, a row, or one line of text.</summary>
internal sealed class AddressTransformationAttribute : InputTransformationAttribute
{
    public override object? Read(object? input, InputForm form) => InputValue.Single(input) switch
    {
        null => null,
        PostalAddress address => address,
        string text when text.Trim().Length == 0 => null,
        PSObject or IDictionary => InputRow.ToAddress(InputValue.Single(input)!),
        string text when PostalAddress.Parse(text) is { } address => address,
        var bare => throw new FormatException($"'{bare}' is no address. Use a hashtable with Street, City, PostalCode and Country."),
    };

    protected override Input Wrap(object? input) => new Input<PostalAddress>(input);
}

/// <summary>Text; blanks around it do not count.</summary>
internal sealed class TextTransformationAttribute : InputTransformationAttribute
{
    /// <summary>True if the pipeline gives text for it, too. A row that comes that way has a column for it.</summary>
    public bool Piped { get; set; }

    /// <summary>True if it is the path of a file, which goes onto no document.</summary>
    public bool IsPath { get; set; }

    public override object? Read(object? input, InputForm form) => Now || IsPath ? InputValue.Text(input) : InputText.Read(InputValue.Single(input), form);

    protected override Input Wrap(object? input) => Piped && InputValue.Unwrap(input) is PSObject or IDictionary or InvoiceRecord
        ? throw new PSInvalidCastException("A row is not a text.")
        : new Input<string>(input);
}

/// <summary>A tax: its name at the provider, or its rate.</summary>
internal sealed class TaxTransformationAttribute : InputTransformationAttribute
{
    public override object? Read(object? input, InputForm form) => InputValue.Tax(InputValue.Single(input), form);

    protected override Input Wrap(object? input) => new Input<string>(input);
}

/// <summary>A member of an enumeration.</summary>
internal sealed class MemberTransformationAttribute : InputTransformationAttribute
{
    private readonly Type _enumeration;
    private readonly ConstructorInfo _input;

    public MemberTransformationAttribute(Type enumeration)
    {
        _enumeration = enumeration;
        _input = typeof(Input<>).MakeGenericType(enumeration).GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, null, [typeof(object)], null)!;
    }

    public override object? Read(object? input, InputForm form) => InputValue.Member(_enumeration, InputValue.Single(input));

    protected override Input Wrap(object? input) => (Input)_input.Invoke([input]);
}

/// <summary>One of a few words. A ValidateSet would refuse what has no value, as a document's property may.</summary>
internal sealed class WordTransformationAttribute : InputTransformationAttribute
{
    private readonly string[] _words;

    public WordTransformationAttribute(params string[] words) => _words = words;

    public override object? Read(object? input, InputForm form) => InputText.Read(InputValue.Single(input), form) is not { } text ? null
        : _words.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException($"'{text}' is none of {string.Join(", ", _words)}.");

    protected override Input Wrap(object? input) => new Input<string>(input);
}
