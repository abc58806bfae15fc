using System.Collections.Generic;

namespace Invoicing.Saft;

/// <summary>One record of a SAF-T (PT) file: the header, a master record or a document.</summary>
/// <remarks>
/// Texts are as the file writes them; numbers and dates are typed. A value that is missing is null, and so is one that
/// cannot be read: its text is then in <see cref="InvalidValues"/>.
/// </remarks>
public abstract class SaftRecord
{
    private static readonly SaftList<SaftInvalidValue> None = [];

    private SaftList<SaftInvalidValue>? _invalidValues;

    /// <summary>The file that the record was read from; null where it was read from a stream.</summary>
    public string? Path { get; set; }

    /// <summary>The line of the file where the record starts, counted from 1; 0 for a record that came from no file.</summary>
    public int SourceLine { get; set; }

    /// <summary>The values that could not be read as the number or date that they should be; mostly empty.</summary>
    public IReadOnlyList<SaftInvalidValue> InvalidValues => _invalidValues ?? None;

    /// <summary>The name of the record among people: a document's number, a customer's id, a product's code.</summary>
    internal abstract string? Key { get; }

    internal void AddInvalid(SaftInvalidValue value) => (_invalidValues ??= []).Add(value);
}
