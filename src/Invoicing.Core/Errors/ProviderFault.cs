using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>What a provider said about a request that it refused.</summary>
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

    /// <summary>What kind of error it is, where the provider's words tell better than the status.</summary>
    public ErrorKind? Kind { get; init; }

    /// <summary>How long to wait before it is sent again, where the provider's ways tell and its headers do not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same fault in words that may be shown.</summary>
    public ProviderFault Hidden(Func<string, string> hide)
    {
        var copy = (ProviderFault)MemberwiseClone();
        copy._errors = [.. _errors.Select(error => new FieldError(error.Field is { } field ? hide(field) : null, hide(error.Message)))];
        copy._code = _code is { } code ? hide(code) : null;
        return copy;
    }
}
