namespace Invoicing.Sandbox.Saft;

internal sealed class SaftCompany
{
    public required string Name { get; init; }

    public string? BusinessName { get; init; }

    /// <summary>The nine digits of the NIF, without prefix.</summary>
    public required string TaxNumber { get; init; }

    /// <summary>Registry office, space, registration number; null if the tax number is used instead.</summary>
    public string? RegistrationNumber { get; init; }

    public required SaftAddress Address { get; init; }

    public string? Telephone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }
}
