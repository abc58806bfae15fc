namespace Invoicing.Saft.Checks;

/// <summary>
/// A family of rules. It sees the records in the order of the file, each once: header, master records, documents, a table's
/// declared totals when the table closes, and the end of a file that could be read to its end.
/// </summary>
internal abstract class SaftCheck(CheckContext context)
{
    protected CheckContext Context { get; } = context;

    public void See(SaftRecord record)
    {
        switch (record)
        {
            case SaftDocument document:
                Document(document);
                break;
            case SaftParty party:
                Party(party);
                break;
            case SaftProduct product:
                Product(product);
                break;
            case SaftTaxEntry entry:
                TaxEntry(entry);
                break;
            case SaftHeader header:
                Header(header);
                break;
            case SaftTableTotals totals:
                TableEnd(totals);
                break;
            default:
                Ledger(record);
                break;
        }
    }

    public virtual void FileEnd()
    {
    }

    /// <summary>Called last, also after a file that could not be read to its end.</summary>
    public virtual void Close()
    {
    }

    protected virtual void Header(SaftHeader header)
    {
    }

    protected virtual void Party(SaftParty party)
    {
    }

    protected virtual void Product(SaftProduct product)
    {
    }

    protected virtual void TaxEntry(SaftTaxEntry entry)
    {
    }

    protected virtual void Document(SaftDocument document)
    {
    }

    protected virtual void TableEnd(SaftTableTotals totals)
    {
    }

    protected virtual void Ledger(SaftRecord record)
    {
    }

    /// <summary>Reports a fault of a document, or of one of its lines.</summary>
    protected void Report(
        string rule, SaftDocument document, string description, string? expected = null, string? found = null,
        SaftLevel? level = null, SaftLine? line = null, SaftTier? tier = null)
        => Context.Findings.Add(
            rule, document.Table, document.Number, line?.SourceLine ?? document.SourceLine, description, expected, found, level, tier);

    /// <summary>Reports a fault of another record.</summary>
    protected void Report(
        string rule, SaftTable table, SaftRecord record, string description, string? expected = null, string? found = null,
        SaftLevel? level = null, SaftTier? tier = null)
        => Context.Findings.Add(rule, table, record.Key, record.SourceLine, description, expected, found, level, tier);
}
