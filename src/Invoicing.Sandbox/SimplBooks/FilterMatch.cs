namespace Invoicing.Sandbox.SimplBooks;

/// <summary>How the value of a filter is held against a record.</summary>
internal enum FilterMatch
{
    Exact,

    /// <summary>The text comes somewhere in the field, in any case.</summary>
    Contains,

    /// <summary>That day or later. [official page]</summary>
    From,

    /// <summary>That day or earlier. [official page]</summary>
    Until,
}
