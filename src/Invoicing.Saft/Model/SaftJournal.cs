namespace Invoicing.Saft;

/// <summary>A journal of the general ledger (accounting files). Its transactions are records of their own.</summary>
public sealed class SaftJournal : SaftRecord
{
    /// <summary>The code of the journal.</summary>
    public string? Id { get; set; }

    /// <summary>The name of the journal.</summary>
    public string? Description { get; set; }

    internal override string? Key => Id;

    /// <summary>Code and name, for display.</summary>
    public override string ToString() => $"{Id} {Description}";
}
