using Invoicing.Saft;

namespace Invoicing.Sandbox.Saft;

/// <summary>The words that the sandbox prints for a reason.</summary>
internal static class SaftExemptions
{
    /// <summary>The list grows without a change of the schema, so an unknown code is not an error.</summary>
    public static string? Reason(string? code) =>
        code == null ? null : TaxExemptions.All.TryGetValue(code, out string? reason) ? reason : "Isento (" + code + ")";
}
