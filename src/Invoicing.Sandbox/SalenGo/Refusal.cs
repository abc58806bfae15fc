using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>One message of a failure; the field is empty when it is about no single one.</summary>
internal readonly record struct Error(string Field, string Message);

/// <summary>Ends a method with a failure of one or more messages.</summary>
internal sealed class Refusal : Exception
{
    public Refusal(IReadOnlyList<Error> errors, int? status = null)
        : base(errors[0].Message)
    {
        Errors = errors;
        Status = status;
    }

    public Refusal(string message, string field = "", int? status = null)
        : this(new[] { new Error(field, message) }, status)
    {
    }

    public IReadOnlyList<Error> Errors { get; }

    /// <summary>The HTTP status; null for the one of all failures.</summary>
    public int? Status { get; }
}
