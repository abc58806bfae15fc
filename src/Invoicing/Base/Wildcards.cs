using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Wildcard patterns.</summary>
internal static class Wildcards
{
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
