using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>Base of all exceptions of this library. <see cref="Kind"/> tells how to handle it.</summary>
public class InvoicingException : Exception
{
    // An array, because PowerShell cannot index the compiler's read-only lists.
    private readonly FieldError[] _fieldErrors = [];

    /// <summary>Creates an exception.</summary>
    /// <param name="kind">Kind of error.</param>
    /// <param name="message">One sentence for a person; never holds a secret.</param>
    /// <param name="inner">The cause, if there is one.</param>
    public InvoicingException(ErrorKind kind, string message, Exception? inner = null)
        : base(message, inner) => Kind = kind;

    /// <summary>Kind of error.</summary>
    public ErrorKind Kind { get; }

    /// <summary>Errors in single fields, found by the module or the provider.</summary>
    public IReadOnlyList<FieldError> FieldErrors
    {
        get => _fieldErrors;
        init => _fieldErrors = [.. value];
    }

    /// <summary>Recommended next step, if it is more specific than the one of <see cref="Kind"/>.</summary>
    public string? Advice { get; init; }

    /// <summary>True if nothing was sent because the same was done before.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>
    /// The moment before which no request of the account is answered, if it is too far to wait for; the command ends with such an error.
    /// </summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Creates the exception for input that is refused before a request is sent.</summary>
    /// <param name="what">Kind of record, such as <c>invoice</c>.</param>
    /// <param name="errors">The field errors, at least one.</param>
    /// <returns>An exception to throw.</returns>
    public static InvoicingException InvalidInput(string what, IReadOnlyList<FieldError> errors) =>
        new(ErrorKind.InvalidInput, $"{char.ToUpperInvariant(what[0])}{what.Substring(1)} was not sent. {string.Join(" ", errors.Select(error => $"{error}."))}")
        {
            FieldErrors = errors,
        };
}
