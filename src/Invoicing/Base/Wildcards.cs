using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Wildcard patterns.</summary>
internal static class Wildcards
{
    /// <summary>The names that a pattern fits; a name without wildcards is itself, whether it is there or not.</summary>
    /// <exception cref="InvoicingException">The pattern is malformed.</exception>
    public static IEnumerable<string> Expand(string pattern, Func<IEnumerable<string>> names)
    {
        WildcardPattern wildcard = Parse(pattern);
        return WildcardPattern.ContainsWildcardCharacters(pattern) ? names().Where(wildcard.IsMatch) : [pattern];
    }

    /// <exception cref="InvoicingException">The pattern is malformed, for example <c>[a-</c>.</exception>
    public static WildcardPattern Parse(string? text)
    {
        // Invariant casing: in Turkish, i and I would not match.
        var pattern = WildcardPattern.Get(text ?? "", WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        try
        {
            // The pattern is parsed at its first use.
            pattern.IsMatch("");
            return pattern;
        }
        catch (WildcardPatternException fault)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, fault.Message, fault)
            {
                Advice = "Write ` before a literal [, * or ?.",
            };
        }
    }
}
