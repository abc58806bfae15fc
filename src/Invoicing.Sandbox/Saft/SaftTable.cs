using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.Saft;

// One table of documents and the totals that stand before them. Every document is counted; the sums of net line amounts leave out the
// statuses in the constructor's second argument [official, seen].
internal sealed class SaftTable<T>
    where T : SaftDocument
{
    public SaftTable(IReadOnlyList<T> documents, string leftOut)
    {
        Documents = documents;
        LineCount = documents.Sum(d => d.AllLines.Count);
        foreach (var line in documents.Where(d => leftOut.IndexOf(d.Status.Code[0]) < 0).SelectMany(d => d.AllLines))
        {
            Debit += line.IsDebit ? line.Amount : 0;
            Credit += line.IsDebit ? 0 : line.Amount;
            Quantity += (line as SaftGoodsLine)?.Quantity ?? 0;
        }
    }

    public IReadOnlyList<T> Documents { get; }

    public int LineCount { get; }

    public decimal Debit { get; }

    public decimal Credit { get; }

    public decimal Quantity { get; }
}
