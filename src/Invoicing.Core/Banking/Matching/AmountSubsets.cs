using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Banking;

/// <summary>Finds the documents whose open amounts add up to a sum.</summary>
internal static class AmountSubsets
{
    /// <summary>Most documents that are tried together: with more, chance finds sums.</summary>
    private const int MaxDocuments = 16;

    /// <summary>The sets of at least two documents that give the sum; two are enough to know that it is not one.</summary>
    /// <param name="documents">The documents of one client.</param>
    /// <param name="sum">The sum.</param>
    /// <param name="tolerance">Most that the sum may be below.</param>
    public static List<OpenDocument[]> Find(IReadOnlyList<OpenDocument> documents, decimal sum, decimal tolerance)
    {
        var found = new List<OpenDocument[]>();
        if (documents.Count is < 2 or > MaxDocuments)
        {
            return found;
        }

        for (int set = 1; set < 1 << documents.Count && found.Count < 2; set++)
        {
            if ((set & (set - 1)) == 0)
            {
                continue;
            }

            decimal total = 0;
            for (int i = 0; i < documents.Count; i++)
            {
                total += (set & (1 << i)) != 0 ? documents[i].Open : 0;
            }

            if (total - sum >= 0 && total - sum <= tolerance)
            {
                int chosen = set;
                found.Add([.. documents.Where((_, place) => (chosen & (1 << place)) != 0)]);
            }
        }

        return found;
    }
}
