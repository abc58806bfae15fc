namespace Invoicing;

/// <summary>Reliability of the support for a provider.</summary>
public enum ProviderStability
{
    /// <summary>The provider documents its operations and fields, and clients of others confirm them.</summary>
    Stable,

    /// <summary>Fields are not documented, and no client or recording of the real service is public. Names can be wrong.</summary>
    Experimental,
}
