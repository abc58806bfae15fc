namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Comparison of a filter's value with a record.</summary>
internal enum FilterMatch
{
    Exact,

    /// <summary>The text comes somewhere in the field, in any case.</summary>
    Contains,

    /// <summary>On that day or later. [official]</summary>
    From,

    /// <summary>On that day or earlier. [official]</summary>
    Until,
}
