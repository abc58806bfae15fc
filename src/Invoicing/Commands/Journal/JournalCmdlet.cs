using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>A cmdlet that works with the journal of sessions.</summary>
public abstract class JournalCmdlet : InvoicingCmdlet
{
    private protected JournalCmdlet()
    {
    }

    /// <summary>The session or its name. Default: the default session.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Connection")]
    [SessionTransformation]
    [Completes]
    public InvoiceSession? Session { get; set; }

    private protected InvoiceSession Chosen => Session ?? SessionRegistry.Current.Default;
}

/// <summary>A cmdlet that reads entries of the journal.</summary>
public abstract class JournalQueryCmdlet : JournalCmdlet
{
    private protected JournalQueryCmdlet()
    {
    }

    /// <summary>Only entries after this moment.</summary>
    [Parameter]
    [MomentTransformation(Now = true)]
    [Completes]
    public DateTime? After { get; set; }

    /// <summary>Only entries before this moment.</summary>
    [Parameter]
    [MomentTransformation(Now = true)]
    [Completes]
    public DateTime? Before { get; set; }

    /// <summary>Only entries of these references or numbers. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [Completes]
    public string[]? Reference { get; set; }

    /// <summary>Only entries with these outcomes.</summary>
    [Parameter]
    public JournalOutcome[]? Outcome { get; set; }

    /// <summary>Only entries that are in doubt: the request was sent, and its outcome is not known.</summary>
    [Parameter]
    public SwitchParameter InDoubt { get; set; }

    private protected IEnumerable<JournalEntry> Entries() => Chosen.GetJournal().Read().Where(entry =>
        (After is not { } after || entry.Time > after)
        && (Before is not { } before || entry.Time < before)
        && (Reference is null || Reference.Any(text => new WildcardPattern(text, WildcardOptions.IgnoreCase).IsMatch(entry.Reference ?? "")))
        && (Outcome is null || Outcome.Contains(entry.Outcome))
        && (!InDoubt || entry.IsInDoubt));
}
