using System.Collections.Generic;

namespace Invoicing.Saft;

/// <summary>
/// The state of each series of a company at the end of a file, to check the next file against. Plain data: it can be written
/// as JSON and read back.
/// </summary>
public sealed class SaftChainState
{
    /// <summary>The tax number of the company.</summary>
    public string? TaxRegistrationNumber { get; set; }

    /// <summary>The series.</summary>
    public List<SaftSeriesState> Series { get; set; } = [];
}

/// <summary>The state of a series.</summary>
public sealed class SaftSeriesState
{
    /// <summary>Everything of the document numbers before the slash.</summary>
    public string Series { get; set; } = "";

    /// <summary>The last number.</summary>
    public long LastNumber { get; set; }

    /// <summary>The signature of the document with that number; null where it has none.</summary>
    public string? LastHash { get; set; }
}
