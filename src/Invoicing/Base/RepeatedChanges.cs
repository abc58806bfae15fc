using System;
using System.Collections.Generic;

namespace Invoicing.Commands;

/// <summary>Changes that were made before and are not made again: one warning at the end of the command names them.</summary>
internal sealed class RepeatedChanges
{
    private const int Shown = 5;
    private readonly List<string> _names = [];
    private int _count;

    public void Add(string name)
    {
        _count++;
        if (_names.Count < Shown)
        {
            _names.Add(name);
        }
    }

    /// <param name="what">The change in words.</param>
    /// <param name="warn">Writes a warning.</param>
    public void Say(string what, Action<string> warn)
    {
        if (_count > 0)
        {
            string more = _count > Shown ? FormattableString.Invariant($" and {_count - Shown} more") : "";
            warn($"{char.ToUpperInvariant(what[0])}{what.Substring(1)}: {string.Join(", ", _names)}{more}. Use -Force to do it again.");
        }
    }
}
