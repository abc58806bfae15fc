namespace Invoicing.Saft;

/// <summary>A product or service.</summary>
public sealed class SaftProduct : SaftRecord
{
    /// <summary>P goods, S services, O other, E excise duties, I other taxes and charges except VAT and stamp duty.</summary>
    public string? Type { get; set; }

    /// <summary>The key of the record.</summary>
    public string? Code { get; set; }

    /// <summary>The family of products.</summary>
    public string? Group { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>The bar code, else the code again.</summary>
    public string? NumberCode { get; set; }

    /// <summary>The codes of the combined nomenclature, eight digits each.</summary>
    public SaftList<string> CnCodes { get; } = [];

    /// <summary>The UN numbers of dangerous goods, four digits each.</summary>
    public SaftList<string> UnNumbers { get; } = [];

    internal override string? Key => Code;

    /// <summary>Code and description, for display.</summary>
    public override string ToString() => $"{Code} {Description}";
}
