namespace Invoicing.Sandbox.Saft;

internal sealed class SaftSoftware
{
    public required string MakerTaxNumber { get; init; }

    /// <summary>0 if the program is not certified.</summary>
    public int CertificateNumber { get; init; }

    /// <summary>Product, one slash, company.</summary>
    public required string ProductId { get; init; }

    public required string ProductVersion { get; init; }
}
