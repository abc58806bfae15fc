using System;
using System.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// Numbers as people write them: <c>FT 2026/14</c>, <c>2026/14</c>, or the way round that the provider has it in another field, 14/2026.
/// </summary>
internal static class DocumentNumber
{
    public static (InvoiceType? Type, string Number) Parse(string text)
    {
        string trimmed = text.Trim();
        int blank = trimmed.IndexOf(' ');
        DocumentType? type = blank < 0
            ? null
            : DocumentType.All.FirstOrDefault(row => string.Equals(row.Prefix, trimmed.Substring(0, blank), StringComparison.OrdinalIgnoreCase));
        return type is null ? (null, trimmed) : (type.Type, trimmed.Substring(blank + 1).Trim());
    }

    public static bool Same(string? number, string asked)
    {
        if (number is null)
        {
            return false;
        }

        int slash = number.IndexOf('/');
        return string.Equals(number, asked, StringComparison.OrdinalIgnoreCase)
            || (slash > 0 && string.Equals($"{number.Substring(slash + 1)}/{number.Substring(0, slash)}", asked, StringComparison.OrdinalIgnoreCase));
    }
}
