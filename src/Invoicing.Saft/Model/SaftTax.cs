namespace Invoicing.Saft;

/// <summary>A tax: either a percentage or a fixed amount.</summary>
public sealed class SaftTax
{
    /// <summary>IVA (VAT), IS (stamp duty) or NS (not subject).</summary>
    public string? Type { get; set; }

    /// <summary>The country, or PT-AC (Azores), PT-MA (Madeira).</summary>
    public string? Region { get; set; }

    /// <summary>RED, INT, NOR, ISE, OUT for VAT; a code of the stamp duty table; NS; NA in receipts without detail.</summary>
    public string? Code { get; set; }

    /// <summary>The rate in percent.</summary>
    public decimal? Percentage { get; set; }

    /// <summary>The fixed stamp duty of one unit.</summary>
    public decimal? Amount { get; set; }

    /// <summary>The tax in one line, for display.</summary>
    public override string ToString() => $"{Type} {Region} {Code} {SaftText.Of(Percentage ?? Amount)}";
}
