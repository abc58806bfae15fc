using System;
using System.Collections.Generic;

namespace Invoicing.Http.Json;

/// <summary>
/// The names of an open object, to notice one that is there twice: such a name has two values, and each reader takes another one. The objects
/// of a list have the same names in the same order, so that mostly a comparison with the object before is enough.
/// </summary>
internal sealed class ObjectNames
{
    private const int MostKnown = 64;

    private readonly HashSet<string> _set = new(StringComparer.Ordinal);

    /// <summary>The first names of the object before, all different; from where this one differs, its own.</summary>
    private readonly JsonName[] _known = new JsonName[MostKnown];
    private int _count;
    private int _at;
    private bool _differs;

    /// <summary>The name that the object before had here.</summary>
    public JsonName? Expected => !_differs && _at < _count ? _known[_at] : null;

    /// <summary>Begins another object.</summary>
    public void Begin()
    {
        _at = 0;
        if (_differs)
        {
            _differs = false;
            _set.Clear();
        }
    }

    /// <summary>Adds the expected name.</summary>
    public void AddExpected() => _at++;

    /// <summary>Adds a name.</summary>
    /// <param name="text">The name.</param>
    /// <param name="name">The same from the cache; <c>null</c> for one with escapes.</param>
    /// <returns>False if the object has it already.</returns>
    public bool Add(string text, JsonName? name)
    {
        if (name is not null && ReferenceEquals(Expected, name))
        {
            _at++;
            return true;
        }

        if (!_differs)
        {
            _differs = true;
            _count = _at;
            for (int i = 0; i < _at; i++)
            {
                _set.Add(_known[i].Text);
            }
        }

        if (!_set.Add(text))
        {
            return false;
        }

        if (name is not null && _count < MostKnown && _count == _set.Count - 1)
        {
            _known[_count++] = name;
        }

        return true;
    }
}
