using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The present data of a client. Documents keep their own copy of the printed data.</summary>
internal sealed class ClientRecord
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string? Code { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public string? City { get; set; }

    public string? PostalCode { get; set; }

    public string? Country { get; set; }

    public string? FiscalId { get; set; }

    public string? Website { get; set; }

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    public string? Observations { get; set; }

    public string? Language { get; set; }

    public string? SendOptions { get; set; }

    public string? PaymentDays { get; set; }

    public string? TaxExemptionCode { get; set; }

    public JObject? PreferredContact { get; set; }

    public ClientRecord Clone() => (ClientRecord)MemberwiseClone();
}
