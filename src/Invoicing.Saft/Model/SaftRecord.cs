using System;
using System.Collections.Generic;

namespace Invoicing.Saft;

/// <summary>One record of a SAF-T (PT) file: the header, a master record or a document.</summary>
/// <remarks>
/// Texts are as the file writes them; numbers and dates are typed. A value that is missing is null, and so is one that
/// cannot be read: its text is then in <see cref="InvalidValues"/>.
/// </remarks>
public abstract class SaftRecord
{
    private List<SaftInvalidValue>? _invalidValues;

    /// <summary>The line of the file where the record starts, counted from 1; 0 for a record that came from no file.</summary>
    public int SourceLine { get; set; }

    /// <summary>The values that could not be read as the number or date that they should be; mostly empty.</summary>
    public IReadOnlyList<SaftInvalidValue> InvalidValues
        => (IReadOnlyList<SaftInvalidValue>?)_invalidValues ?? Array.Empty<SaftInvalidValue>();

    /// <summary>What people call the record by: a document's number, a customer's id, a product's code.</summary>
    internal abstract string? Key { get; }

    internal void AddInvalid(SaftInvalidValue value) => (_invalidValues ??= []).Add(value);
}
