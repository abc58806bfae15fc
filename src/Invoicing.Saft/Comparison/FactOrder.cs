namespace Invoicing.Saft.Comparison;

/// <summary>The order of documents: by table, then by number.</summary>
internal static class FactOrder
{
    public static int Compare(SaftDocumentFacts left, SaftDocumentFacts right)
    {
        var tables = ((int)left.Table).CompareTo((int)right.Table);
        return tables != 0 ? tables : string.CompareOrdinal(left.Number, right.Number);
    }
}
