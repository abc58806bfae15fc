using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace Invoicing.Sandbox.Core;

/// <summary>Turns the settings of the options into an object of a provider's own: each property is a setting, with its default.</summary>
internal static class ProviderSettings
{
    /// <exception cref="ArgumentException">The setting is unknown, or does not accept the value.</exception>
    public static T Read<T>(IReadOnlyDictionary<string, string> settings)
        where T : new()
    {
        var target = new T();
        var known = typeof(T).GetProperties().Where(property => property.CanWrite).ToArray();
        foreach (var setting in settings)
        {
            var property = known.FirstOrDefault(p => string.Equals(p.Name, setting.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw Wrong($"Unknown setting '{setting.Key}'. Known settings: {string.Join(", ", known.Select(p => p.Name))}.");
            property.SetValue(target, Parse(property, (setting.Value ?? "").Trim()));
        }

        return target;
    }

    private static object Parse(PropertyInfo property, string text)
    {
        var type = property.PropertyType;
        if (type == typeof(string))
        {
            return text;
        }

        if (type == typeof(bool))
        {
            return bool.TryParse(text, out var flag) ? flag : throw Wrong($"{property.Name} is True or False, not '{text}'.");
        }

        if (type == typeof(int))
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Wrong($"{property.Name} is a whole number from 0, not '{text}'.");
        }

        // Enum.Parse would take any number for a value.
        var name = Enum.GetNames(type).FirstOrDefault(n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase));
        return name is null
            ? throw Wrong($"{property.Name} is one of {string.Join(", ", Enum.GetNames(type))}, not '{text}'.")
            : Enum.Parse(type, name);
    }

    private static ArgumentException Wrong(string text) => new(text, nameof(SandboxOptions.Settings));
}
