using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Engine;

/// <summary>The complaints about a record before anything is sent: a check a line, all of them told together.</summary>
internal sealed class Complaints
{
    private readonly List<FieldError> _errors = [];

    /// <summary>Complains about a text or a value that is not there.</summary>
    public Complaints Need(string field, object? value, string message = "is missing") =>
        If(value is null || (value is string text && string.IsNullOrWhiteSpace(text)), field, message);

    /// <summary>Complains where something is wrong.</summary>
    public Complaints If(bool isWrong, string field, string message) => isWrong ? Add(new FieldError(field, message)) : this;

    /// <summary>Complains about a percentage that is none.</summary>
    public Complaints Percent(string field, decimal? value, string message = "must be from 0 to 100 percent") => If(value is < 0 or > 100, field, message);

    /// <summary>Adds a complaint, if there is one.</summary>
    public Complaints Add(FieldError? error)
    {
        if (error is not null)
        {
            _errors.Add(error);
        }

        return this;
    }

    /// <summary>Adds complaints about a part, with its name before the names of its fields.</summary>
    public Complaints Add(IEnumerable<FieldError> errors, string part = "")
    {
        _errors.AddRange(errors.Select(error => part.Length == 0 ? error : new FieldError(part + error.Field, error.Message)));
        return this;
    }

    /// <summary>Adds the complaints of another check about a part.</summary>
    public Complaints Add(Complaints others, string part = "") => Add(others._errors, part);

    /// <summary>Complains about each line, with its number where there are several.</summary>
    public Complaints Lines(IList<InvoiceLine> lines, Func<InvoiceLine, Complaints> check)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            Add(check(lines[i]), PlaceOf(lines, i));
        }

        return this;
    }

    /// <summary>The name of a line before that of its field.</summary>
    public static string PlaceOf(IList<InvoiceLine> lines, int index) => lines.Count > 1 ? $"Line {index + 1} " : "";

    /// <summary>Refuses the record if there are complaints.</summary>
    /// <param name="what">The name of the record, for the error.</param>
    /// <exception cref="InvoicingException">There are some (<see cref="ErrorKind.InvalidInput"/>).</exception>
    public void Throw(string what) => Throw(what, _errors);

    /// <summary>Refuses a record about which there are complaints.</summary>
    public static void Throw(string what, IReadOnlyList<FieldError> errors)
    {
        if (errors.Count > 0)
        {
            throw InvoicingException.InvalidInput(what, errors);
        }
    }
}
