namespace Invoicing.Saft;

/// <summary>The common part of customers and suppliers.</summary>
public abstract class SaftParty : SaftRecord
{
    /// <summary>The key of the record: CustomerID or SupplierID.</summary>
    public string? Id { get; set; }

    /// <summary>The ledger account, or Desconhecido.</summary>
    public string? AccountId { get; set; }

    /// <summary>The tax number without country prefix; 999999990 for the anonymous final consumer.</summary>
    public string? TaxId { get; set; }

    /// <summary>The name.</summary>
    public string? CompanyName { get; set; }

    /// <summary>The person to speak to.</summary>
    public string? Contact { get; set; }

    /// <summary>The billing address.</summary>
    public SaftAddress? BillingAddress { get; set; }

    /// <summary>The places that goods are sent to (customers) or from (suppliers).</summary>
    public SaftList<SaftAddress> ShippingAddresses { get; } = [];

    /// <summary>The telephone number.</summary>
    public string? Telephone { get; set; }

    /// <summary>The fax number.</summary>
    public string? Fax { get; set; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>The web site.</summary>
    public string? Website { get; set; }

    /// <summary>True where there is a self-billing agreement.</summary>
    public bool? SelfBilling { get; set; }

    internal override string? Key => Id;

    /// <summary>Key and name, for display.</summary>
    public override string ToString() => $"{Id} {CompanyName}";
}

/// <summary>A customer.</summary>
public sealed class SaftCustomer : SaftParty
{
}

/// <summary>A supplier.</summary>
public sealed class SaftSupplier : SaftParty
{
}
