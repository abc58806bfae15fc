using System.Security;

namespace Invoicing;

/// <summary>What it takes to make or to change an account, beside the account itself.</summary>
public sealed class AccountSecrets
{
    /// <summary>Password of the user.</summary>
    public SecureString? Password { get; init; }

    /// <summary>Whether the user agrees to the provider's terms. Without it the provider refuses.</summary>
    public bool AcceptTerms { get; init; }

    /// <summary>Whether the user wants the provider's marketing.</summary>
    public bool Marketing { get; init; }

    /// <summary>User of the tax authority's site for this purpose, such as <c>509123450/1</c>.</summary>
    public string? TaxAuthorityUser { get; init; }

    /// <summary>That user's password.</summary>
    public SecureString? TaxAuthorityPassword { get; init; }
}

/// <summary>How documents get to the tax authority.</summary>
public enum TaxAuthorityCommunication
{
    /// <summary>The provider sends them by itself.</summary>
    Automatic,

    /// <summary>The company sends the file itself.</summary>
    Manual,

    /// <summary>The provider sends transport guides alone.</summary>
    GuidesOnly,

    /// <summary>Through the authority's own site.</summary>
    Portal,
}
