using System.Collections.Generic;

namespace Invoicing.Sandbox.Saft;

// The three signed kinds, whose lines name products.
internal abstract class SaftGoodsDocument : SaftDocument
{
    /// <summary>Version of the key that signed; 0 for a document that is not signed.</summary>
    public string HashControl { get; init; } = "0";

    public required IReadOnlyList<SaftGoodsLine> Lines { get; init; }

    public override IReadOnlyList<SaftLine> AllLines => Lines;
}
