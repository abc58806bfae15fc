using System;
using Invoicing.Saft;

namespace Invoicing.Tests.Saft;

/// <summary>A file, and the rule that it breaks; no rule for one that only comes near.</summary>
internal sealed class RuleCase(
    string rule, string name, Func<byte[]> bytes, SaftLevel? level = null, Action<SaftCheckOptions>? options = null)
{
    public string Rule { get; } = rule;

    public string Name { get; } = name;

    public SaftLevel? Level { get; } = level;

    public byte[] Bytes() => bytes();

    public SaftCheckOptions Options()
    {
        var made = new SaftCheckOptions();
        options?.Invoke(made);
        return made;
    }
}
