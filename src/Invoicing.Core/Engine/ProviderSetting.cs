using System.Collections.Generic;
using Newtonsoft.Json;

namespace Invoicing;

/// <summary>Something that can be chosen when a provider is connected to.</summary>
public sealed class ProviderSetting
{
    /// <summary>Makes a setting.</summary>
    /// <param name="name">Name of the setting.</param>
    /// <param name="default">The choice where nothing is said.</param>
    /// <param name="description">The meaning.</param>
    /// <param name="values">The choices; anything if empty.</param>
    public ProviderSetting(string name, string @default, string description, params string[] values)
    {
        Name = name;
        Default = @default;
        Description = description;
        Values = values;
    }

    /// <summary>Name of the setting.</summary>
    public string Name { get; }

    /// <summary>The choice where nothing is said.</summary>
    public string Default { get; }

    /// <summary>The choices; anything if empty.</summary>
    [JsonIgnore] // For ConvertTo-Json, which warns of what lies deeper than two levels.
    public IReadOnlyList<string> Values { get; }

    /// <summary>The meaning.</summary>
    public string Description { get; }

    /// <summary>Name, choice and choices.</summary>
    public override string ToString() => $"{Name} = {Default}" + (Values.Count > 0 ? $" ({string.Join(", ", Values)})" : "");
}
