using System.Collections.Generic;

namespace Invoicing.Saft;

/// <summary>A list inside a record. As text it is its items with a semicolon between them, so that a CSV export can be read.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class SaftList<T> : List<T>
{
    /// <summary>The items in one line, for display.</summary>
    public override string ToString() => string.Join("; ", this);
}
