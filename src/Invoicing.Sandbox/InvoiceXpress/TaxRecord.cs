namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>A tax of the account. It is never changed but replaced, so that documents keep the one they were made with.</summary>
internal sealed class TaxRecord
{
    public TaxRecord(long id, string name, decimal value, string? region, string? code)
    {
        Id = id;
        Name = name;
        Value = value;
        Region = region;
        Code = code;
    }

    public long Id { get; }

    public string Name { get; }

    /// <summary>Percent.</summary>
    public decimal Value { get; }

    public string? Region { get; }

    public string? Code { get; }
}
