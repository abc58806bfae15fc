namespace Invoicing;

/// <summary>An address that the provider tells of what happens. It is told nothing before the address was confirmed.</summary>
public sealed class Webhook : InvoiceRecord
{
    /// <summary>What is told, such as <c>payment.create</c>. Which events there are is the provider's business.</summary>
    public string? Event { get; set; }

    /// <summary>The address that is told, by HTTP POST.</summary>
    public string? Uri { get; set; }

    /// <summary>Whether the address was confirmed with the code that was posted to it; read only.</summary>
    public bool? Confirmed { get; set; }

    /// <summary>Event and address.</summary>
    public override string ToString() => $"{Event} to {Uri}";
}

/// <summary>Which web hooks a listing is about. What is not set does not filter.</summary>
public sealed class WebhookQuery : ListQuery
{
    /// <summary>The event.</summary>
    public string? Event { get; set; }

    /// <summary>The address.</summary>
    public string? Uri { get; set; }
}
