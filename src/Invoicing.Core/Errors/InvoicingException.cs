using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>Everything that Invoicing throws on purpose. <see cref="Kind"/> says what to do about it.</summary>
public class InvoicingException : Exception
{
    // An array: a script cannot index what the compiler makes of a list that can only be read.
    private readonly FieldError[] _fieldErrors = [];

    /// <summary>Makes an exception of a kind.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">One sentence for a person; never holds a secret.</param>
    /// <param name="inner">The cause, if there is one.</param>
    public InvoicingException(ErrorKind kind, string message, Exception? inner = null)
        : base(message, inner) => Kind = kind;

    /// <summary>What went wrong.</summary>
    public ErrorKind Kind { get; }

    /// <summary>Complaints about single fields, ours or the provider's.</summary>
    public IReadOnlyList<FieldError> FieldErrors
    {
        get => _fieldErrors;
        init => _fieldErrors = [.. value];
    }

    /// <summary>What a person should do now, where that can be said better than by <see cref="Kind"/> alone.</summary>
    public string? Advice { get; init; }

    /// <summary>Makes the exception for input that is refused before anything is sent.</summary>
    /// <param name="what">What the input was for, such as <c>invoice</c>.</param>
    /// <param name="errors">The complaints, at least one.</param>
    /// <returns>An exception to throw.</returns>
    public static InvoicingException InvalidInput(string what, IReadOnlyList<FieldError> errors) =>
        new(ErrorKind.InvalidInput, $"{char.ToUpperInvariant(what[0])}{what.Substring(1)} was not sent. {string.Join(" ", errors.Select(error => $"{error}."))}")
        {
            FieldErrors = errors,
        };
}
