namespace Invoicing;

/// <summary>The outcome of a change in the journal.</summary>
public enum JournalOutcome
{
    /// <summary>A running process prepares the change or waits for its answer.</summary>
    UnderWay,

    /// <summary>The change ended before its request was sent.</summary>
    NotSent,

    /// <summary>The provider made the change.</summary>
    Done,

    /// <summary>The provider refused the change.</summary>
    Refused,

    /// <summary>The request was sent and its answer is not known: the change is in doubt.</summary>
    Unknown,

    /// <summary>The change was in doubt, and the provider does not have it.</summary>
    Absent,
}
