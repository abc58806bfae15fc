using System.Security;

namespace Invoicing;

/// <summary>Passwords and consents for creating or changing an account.</summary>
public sealed class AccountSecrets
{
    /// <summary>Password of the user.</summary>
    public SecureString? Password { get; init; }

    /// <summary>True if the user accepts the provider's terms. Required by the provider.</summary>
    public bool AcceptTerms { get; init; }

    /// <summary>True if the user accepts marketing e-mails of the provider.</summary>
    public bool Marketing { get; init; }

    /// <summary>Sub-user at the tax authority's site, such as <c>509123450/1</c>.</summary>
    public string? TaxAuthorityUser { get; init; }

    /// <summary>Password of the sub-user.</summary>
    public SecureString? TaxAuthorityPassword { get; init; }
}

/// <summary>Ways in which documents reach the tax authority.</summary>
public enum TaxAuthorityCommunication
{
    /// <summary>The provider sends documents automatically.</summary>
    Automatic,

    /// <summary>The company uploads the SAF-T file.</summary>
    Manual,

    /// <summary>The provider sends transport guides only.</summary>
    GuidesOnly,

    /// <summary>The company uses the tax authority's site.</summary>
    Portal,
}
