using System;
using System.Collections.Generic;

namespace Invoicing;

/// <summary>Addresses at the provider by their relation to an object, such as <c>self</c> or <c>client</c>.</summary>
public sealed class RecordLinks : Dictionary<string, Uri>
{
    /// <summary>Creates an empty table.</summary>
    public RecordLinks()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    internal RecordLinks Copy()
    {
        var copy = new RecordLinks();
        foreach (KeyValuePair<string, Uri> link in this)
        {
            copy[link.Key] = link.Value;
        }

        return copy;
    }

    /// <summary>The relations.</summary>
    public override string ToString() => string.Join(", ", Keys);
}
