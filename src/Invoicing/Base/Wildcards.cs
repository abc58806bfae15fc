using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Names with wildcards as people write them.</summary>
internal static class Wildcards
{
    /// <exception cref="InvoicingException">It is not whole, such as <c>[a-</c>.</exception>
    public static WildcardPattern Parse(string? text)
    {
        // Capitals are not those of the machine's language: in Turkish, an i would not be that of an I.
        var pattern = WildcardPattern.Get(text ?? "", WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        try
        {
            // It is looked at when it is first used.
            pattern.IsMatch("");
            return pattern;
        }
        catch (WildcardPatternException fault)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, fault.Message, fault)
            {
                Advice = "Write ` before a [, * or ? that stands for itself.",
            };
        }
    }
}
