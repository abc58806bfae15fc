using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing.Sandbox.Core;

/// <summary>
/// Reads the settings that only one provider has. It takes each by its name; what is left over in the end is known to nobody.
/// </summary>
internal sealed class ProviderSettings
{
    private readonly Dictionary<string, string> _left = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _known = new();
    private readonly string _provider;

    public ProviderSettings(string provider, IReadOnlyDictionary<string, string> given)
    {
        _provider = provider;
        foreach (var setting in given)
        {
            _left[setting.Key] = setting.Value;
        }
    }

    public string Text(string name, string otherwise) => Take(name) ?? otherwise;

    /// <exception cref="ArgumentException">The text is no number from <paramref name="min"/> to <paramref name="max"/>.</exception>
    public int Number(string name, int otherwise, int min, int max)
    {
        var text = Take(name);
        if (text is null)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw Refuse(name, text, $"a number from {min} to {max}");
    }

    /// <exception cref="ArgumentException">The text is none of the names of <typeparamref name="T"/>.</exception>
    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum
    {
        var text = Take(name);
        if (text is null)
        {
            return otherwise;
        }

        // Enum.TryParse would take any number, and a list of names.
        var names = Enum.GetNames(typeof(T));
        return names.Contains(text, StringComparer.OrdinalIgnoreCase) && Enum.TryParse(text, ignoreCase: true, out T value)
            ? value
            : throw Refuse(name, text, "one of " + string.Join(", ", names));
    }

    /// <summary>All settings whose name starts so, by the rest of the name.</summary>
    public Dictionary<string, string> Under(string prefix)
    {
        _known.Add(prefix + "*");
        var names = _left.Keys.Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).ToList();
        var values = names.ToDictionary(name => name.Substring(prefix.Length), name => _left[name], StringComparer.OrdinalIgnoreCase);
        names.ForEach(name => _left.Remove(name));
        return values;
    }

    /// <exception cref="ArgumentException">There is a setting that nobody took.</exception>
    public void RefuseRest()
    {
        if (_left.Count > 0)
        {
            var known = string.Join(", ", _known);
            throw new ArgumentException($"The sandbox of {_provider} has no setting '{_left.Keys.First()}'. It has: {known}.");
        }
    }

    private string? Take(string name)
    {
        _known.Add(name);
        if (!_left.TryGetValue(name, out var value))
        {
            return null;
        }

        _left.Remove(name);
        return value;
    }

    private ArgumentException Refuse(string name, string text, string wanted) =>
        new($"The setting '{name}' of the sandbox of {_provider} must be {wanted}, not '{text}'.");
}
