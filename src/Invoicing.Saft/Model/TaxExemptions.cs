using System.Collections.Generic;
using Invoicing.Shared;

namespace Invoicing.Saft;

/// <summary>
/// The reasons for which a line has no VAT in Portugal, as they were known in 2026 (docs/facts/saft-pt.md). The list grows by ministerial note,
/// without a change of the schema, and the wording is free.
/// </summary>
public static class TaxExemptions
{
    /// <summary>Texts by code. M03 and M08 are withdrawn.</summary>
    public static IReadOnlyDictionary<string, string> All => ExemptionReasons.All;

    /// <summary>Codes that old documents have, and no new one may.</summary>
    public static IReadOnlyList<string> Withdrawn { get; } = ["M03", "M08"];
}
