using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>What nobody knows about the real service, and a test may want either way.</summary>
internal sealed class SimplBooksSettings
{
    /// <summary>The names, and what each may be; the first value is the default, for the transports the first two are.</summary>
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ListTransports"] = new[] { "GetBody", "PostForm", "PostJson", "Query" },
        ["DateFilters"] = new[] { "Example", "Both" },
        ["TaskListKey"] = new[] { "Task", "Warehouse" },
        ["EmptyList"] = new[] { "Array", "Missing", "Null" },
        ["SubLists"] = new[] { "Array", "Map" },
    };

    private readonly Dictionary<string, string[]> _chosen = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">There is no such setting, or it has no such value.</exception>
    public SimplBooksSettings(IReadOnlyDictionary<string, string> given)
    {
        foreach (var setting in given)
        {
            if (!Known.TryGetValue(setting.Key, out var values))
            {
                throw new ArgumentException($"SimplBooks has no setting '{setting.Key}'. It has: {string.Join(", ", Known.Keys)}.");
            }

            _chosen[setting.Key] = setting.Value.Split(',').Select(text =>
                values.FirstOrDefault(value => value.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException($"'{text}' is no {setting.Key}. Known are: {string.Join(", ", values)}.")).ToArray();
        }
    }

    /// <summary>Documented is the body of a GET, seen was the form of a POST. [official page], [code: Freelancer-Martin]</summary>
    public bool Accepts(string transport) =>
        Array.IndexOf(_chosen.TryGetValue("ListTransports", out var chosen) ? chosen : new[] { "GetBody", "PostForm" }, transport) >= 0;

    /// <summary>Whether a filter takes only the form of date that its example shows.</summary>
    public bool ExampleDatesOnly => Is("DateFilters", "Example");

    /// <summary>The description names the wrong model, almost certainly by a slip. [official page], [inferred]</summary>
    public string TaskListKey => Chosen("TaskListKey");

    /// <summary>Both is guarded against in programs that talk to the service. [code: robobook, Freelancer-Martin]</summary>
    public string EmptyList => Chosen("EmptyList");

    /// <summary>The text calls them lists, the schema an object. [official page]</summary>
    public bool SubListsAreMaps => Is("SubLists", "Map");

    private bool Is(string name, string value) => Chosen(name) == value;

    private string Chosen(string name) => _chosen.TryGetValue(name, out var values) ? values[0] : Known[name][0];
}
