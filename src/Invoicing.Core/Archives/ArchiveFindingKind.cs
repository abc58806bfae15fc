namespace Invoicing;

/// <summary>Kinds of findings in an archive.</summary>
public enum ArchiveFindingKind
{
    /// <summary>A file that the manifest names is not there.</summary>
    Missing,

    /// <summary>A file has other bytes than those that were written.</summary>
    Changed,

    /// <summary>A file cannot be read, or holds no record.</summary>
    Damaged,

    /// <summary>A line of the manifest was changed, taken away or cannot be read.</summary>
    ManifestDamaged,

    /// <summary>A file was made before its document was changed.</summary>
    Outdated,

    /// <summary>The last export did not get to its end: what the provider has may be missing.</summary>
    Unfinished,

    /// <summary>A file is in the folder that the manifest does not name.</summary>
    Unexpected,
}
