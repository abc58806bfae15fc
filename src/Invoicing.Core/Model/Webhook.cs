using System.ComponentModel;

namespace Invoicing;

/// <summary>An address that the provider notifies of events, once the address is confirmed.</summary>
public sealed class Webhook : InvoiceRecord
{
    /// <summary>Name of the event, such as <c>payment.create</c>. The provider defines the events.</summary>
    public string? Event { get; set; }

    /// <summary>The address, called by HTTP POST.</summary>
    public string? Uri { get; set; }

    /// <summary>True if the address was confirmed with the code that was posted to it; read only.</summary>
    [ReadOnly(true)]
    public bool? Confirmed { get; set; }

    /// <summary>Event and address.</summary>
    public override string ToString() => $"{Event} to {Uri}";
}

/// <summary>Filter of a list of webhooks. Unset properties do not filter.</summary>
public sealed class WebhookQuery : ListQuery
{
    /// <summary>The event.</summary>
    public string? Event { get; set; }

    /// <summary>The address.</summary>
    public string? Uri { get; set; }
}
