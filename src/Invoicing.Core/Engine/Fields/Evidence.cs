namespace Invoicing.Engine.Fields;

/// <summary>The confidence in a fact about a provider (docs/facts/README.md#confidence).</summary>
internal enum Evidence
{
    /// <summary>The provider's current documentation says so.</summary>
    Official,

    /// <summary>The provider's earlier documentation says so.</summary>
    OfficialOld,

    /// <summary>Other people's code shows it.</summary>
    Sdk,

    /// <summary>It follows from something else.</summary>
    Inferred,

    /// <summary>Nobody says so; it is our choice until somebody knows better.</summary>
    Assumption,
}
