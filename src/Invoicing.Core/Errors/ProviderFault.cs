using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>The provider's error for a refused request.</summary>
internal class ProviderFault
{
    public static readonly ProviderFault Silent = new();

    private IReadOnlyList<FieldError> _errors = [];
    private string? _code;

    public IReadOnlyList<FieldError> Errors
    {
        get => _errors;
        init => _errors = value;
    }

    public string? Code
    {
        get => _code;
        init => _code = value;
    }

    /// <summary>Kind of error, if the provider's text is more specific than the status.</summary>
    public ErrorKind? Kind { get; init; }

    /// <summary>Wait before a retry, if the provider's rules define it and its headers do not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same error without secrets.</summary>
    public ProviderFault Hidden(Func<string, string> hide)
    {
        var copy = (ProviderFault)MemberwiseClone();
        copy._errors = [.. _errors.Select(error => new FieldError(error.Field is { } field ? hide(field) : null, hide(error.Message)))];
        copy._code = _code is { } code ? hide(code) : null;
        return copy;
    }
}
