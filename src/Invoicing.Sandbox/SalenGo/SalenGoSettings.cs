using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>
/// Settings for points that the provider's pages leave open. Each property is a setting; besides, there
/// are <c>Name.x</c>, the name on the wire to use in the place of x, and <c>Method.x/y</c>, the address or name of a method.
/// </summary>
internal sealed class SalenGoSettings
{
    private const string NamePrefix = "Name.";
    private const string MethodPrefix = "Method.";

    private Dictionary<string, string> _names = new();
    private Dictionary<string, string> _methods = new();

    public static SalenGoSettings Default { get; } = new();

    /// <summary>Place of the method's name: address or body.</summary>
    public DispatchStyle DispatchStyle { get; init; }

    public TokenPlacement TokenPlacement { get; init; }

    public EnvelopeForm Envelope { get; init; }

    public AttributePrefix AttributePrefix { get; init; }

    public StatusCase StatusCase { get; init; }

    public SingleRow SingleRow { get; init; }

    public LinesForm Lines { get; init; }

    public NumberForm Numbers { get; init; }

    public IdForm Ids { get; init; }

    public ErrorName ErrorName { get; init; }

    public ErrorForm ErrorForm { get; init; }

    /// <summary> [inferred]</summary>
    public string FailWord { get; init; } = "fail";

    /// <summary>The HTTP status of a failure that has none of its own. [inferred]</summary>
    public int FailureStatus { get; init; } = 200;

    /// <summary>Calls a day, 0 for no limit. [official]</summary>
    public int RequestsPerDay { get; init; } = 5000;

    public QuotaAnswer QuotaAnswer { get; init; }

    /// <summary>Rows of a page at most. [official]</summary>
    public int MaxPerPage { get; init; } = 100;

    public AccountState AccountState { get; init; }

    /// <summary>Role of the token's user.</summary>
    public CallerRole Caller { get; init; }

    public UnknownMembers UnknownMembers { get; init; }

    public AccountField AccountField { get; init; }

    /// <summary>Methods with another address or name than usual.</summary>
    public IEnumerable<string> ChangedMethods => _methods.Keys;

    /// <exception cref="ArgumentException">The setting is unknown, or does not accept the value.</exception>
    public static SalenGoSettings Read(IReadOnlyDictionary<string, string> given)
    {
        var names = Under(given, NamePrefix);
        var methods = Under(given, MethodPrefix);
        var rest = given.Where(setting => !StartsWith(setting.Key, NamePrefix) && !StartsWith(setting.Key, MethodPrefix));
        var settings = ProviderSettings.Read<SalenGoSettings>(rest.ToDictionary(setting => setting.Key, setting => setting.Value));
        Check(nameof(FailureStatus), settings.FailureStatus is >= 200 and <= 599);
        Check(nameof(MaxPerPage), settings.MaxPerPage > 0);
        settings._names = names;
        settings._methods = methods;
        return settings;
    }

    /// <summary>The name on the wire of a name in the tables.</summary>
    public string Name(string name) => _names.TryGetValue(name, out var other) ? other : name;

    /// <summary>The address or name of a method, if it differs from the usual one.</summary>
    public string Method(string name, string usual) => _methods.TryGetValue(name, out var other) ? other : usual;

    private static bool StartsWith(string name, string prefix) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> Under(IReadOnlyDictionary<string, string> given, string prefix) => given
        .Where(setting => StartsWith(setting.Key, prefix))
        .ToDictionary(setting => setting.Key.Substring(prefix.Length), setting => setting.Value, StringComparer.OrdinalIgnoreCase);

    private static void Check(string name, bool isGood)
    {
        if (!isGood)
        {
            throw new ArgumentException($"{name} does not take that value.", nameof(SandboxOptions.Settings));
        }
    }
}
