using System;
using System.Collections.Generic;

namespace Invoicing.Saft;

/// <summary>The extent of a check, and the data that it needs.</summary>
public sealed class SaftCheckOptions
{
    /// <summary>Everything, or only what concerns the monthly intake.</summary>
    public SaftCheckLevel Level { get; set; } = SaftCheckLevel.Strict;

    /// <summary>The rules to check, by identifier; * and ? stand for any text and any character. None means all.</summary>
    public IReadOnlyList<string> Rules { get; set; } = [];

    /// <summary>The rules not to check; they go before <see cref="Rules"/>.</summary>
    public IReadOnlyList<string> ExcludeRules { get; set; } = [];

    /// <summary>
    /// The public key of the program's maker, to verify signatures with (rule H04): the text of a PEM file, or its Base64 alone.
    /// </summary>
    public string? PublicKey { get; set; }

    /// <summary>
    /// The state of the series at the end of the file before, to carry numbering and signatures on; the state of another company
    /// is left aside.
    /// </summary>
    public SaftChainState? PreviousState { get; set; }

    /// <summary>The number of places that a finding keeps; the others are only counted. At least 1.</summary>
    public int PlacesPerFinding { get; set; } = 5;

    /// <summary>A day, mostly today, to compare the delivery deadline with (rule D01); null for no comparison.</summary>
    public DateTime? AsOf { get; set; }

    /// <summary>Hears how many bytes of XML were read so far, about once a megabyte.</summary>
    public IProgress<long>? Progress { get; set; }
}
