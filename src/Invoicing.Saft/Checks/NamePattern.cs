using System;
using System.Text.RegularExpressions;

namespace Invoicing.Saft.Checks;

/// <summary>Names with * and ?.</summary>
internal static class NamePattern
{
    /// <summary>A test of the pattern.</summary>
    /// <exception cref="ArgumentException">
    /// The pattern fits no rule: a slip of the pen must not switch a check off silently.
    /// </exception>
    public static Func<string, bool> For(string pattern)
    {
        var text = "^" + Regex.Escape(pattern.Trim()).Replace("\\*", ".*").Replace("\\?", ".") + "$";
        var expression = new Regex(text, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        foreach (var rule in SaftRules.All)
        {
            if (expression.IsMatch(rule.Id))
            {
                return expression.IsMatch;
            }
        }

        throw new ArgumentException($"No rule has a name like {pattern}.");
    }
}
