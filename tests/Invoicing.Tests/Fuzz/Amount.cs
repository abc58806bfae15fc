namespace Invoicing.Tests.Fuzz;

/// <summary>An amount that was read, and its place in the answer.</summary>
internal sealed record Amount(string Place, decimal? Value)
{
    /// <summary>Whether the name of its field is a guess: what does not fit it was not meant by it, and is kept elsewhere as what it is.</summary>
    public bool IsGuess { get; init; }
}
