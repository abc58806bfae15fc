using System;
using System.Collections;
using System.Collections.Generic;

namespace Invoicing.Engine.Fields;

/// <summary>The provider's words for the members of an enumeration; the first word of a member is the one that is sent.</summary>
internal sealed class WordTable<TEnum> : IEnumerable<KeyValuePair<TEnum, string>>
    where TEnum : struct, Enum
{
    private readonly Dictionary<string, TEnum> _members = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<TEnum, string> _words = [];

    public IReadOnlyCollection<TEnum> Members => _words.Keys;

    public void Add(TEnum member, string word)
    {
        _members.Add(word, member);
        if (!_words.ContainsKey(member))
        {
            _words.Add(member, word);
        }
    }

    public TEnum? Parse(string word) => _members.TryGetValue(word, out TEnum member) ? member : null;

    public string? Format(TEnum member) => _words.TryGetValue(member, out string? word) ? word : null;

    public IEnumerator<KeyValuePair<TEnum, string>> GetEnumerator() => _words.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
