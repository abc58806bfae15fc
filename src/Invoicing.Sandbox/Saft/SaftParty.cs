using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.Saft;

// Customers and suppliers differ in the names of two elements and in whether a country may be unknown.
internal abstract class SaftParty
{
    public required string Id { get; init; }

    public string? AccountId { get; init; }

    /// <summary>Tax number without country prefix; null if none was given.</summary>
    public string? TaxNumber { get; init; }

    public required string Name { get; init; }

    public string? Contact { get; init; }

    public SaftAddress BillingAddress { get; init; } = new();

    /// <summary>Place to which goods go, or from which they come.</summary>
    public IReadOnlyList<SaftAddress> ShippingAddresses { get; init; } = Array.Empty<SaftAddress>();

    public string? Telephone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public bool SelfBilling { get; init; }
}

internal sealed class SaftCustomer : SaftParty
{
    /// <summary>The anonymous consumer [official].</summary>
    public static SaftCustomer FinalConsumer(string id) => new() { Id = id, Name = "Consumidor final" };
}

internal sealed class SaftSupplier : SaftParty
{
}
