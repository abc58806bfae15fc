using System.Collections.Generic;

namespace Invoicing.Saft;

/// <summary>A ledger account, as far as the assertions and keys of the schema need it.</summary>
internal sealed class LedgerAccount : SaftRecord
{
    public string? Id { get; set; }

    public string? GroupingCategory { get; set; }

    public string? GroupingCode { get; set; }

    public string? TaxonomyCode { get; set; }

    internal override string? Key => Id;
}

/// <summary>A ledger transaction, as far as the keys of the schema need it.</summary>
internal sealed class LedgerTransaction : SaftRecord
{
    public string? Id { get; set; }

    public string? CustomerId { get; set; }

    public string? SupplierId { get; set; }

    public List<string> AccountIds { get; } = [];

    internal override string? Key => Id;
}

/// <summary>A journal, handed on when it closes.</summary>
internal sealed class LedgerJournal : SaftRecord
{
    public string? Id { get; set; }

    internal override string? Key => Id;
}
