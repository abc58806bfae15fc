using System;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using Invoicing.Engine;
using Invoicing.Shared;

namespace Invoicing.Commands;

/// <summary>A cmdlet that talks to a provider, which must have one kind of work to offer.</summary>
/// <typeparam name="TCapability">The kind of work.</typeparam>
public abstract partial class ConnectorCmdlet<TCapability> : InvoicingCmdlet
    where TCapability : class, ICapability
{
    private protected ConnectorCmdlet()
    {
    }

    /// <summary>The session or its name. Default: the session of the object from the pipeline, or else the default session.</summary>
    [Parameter]
    [Alias("Connection")]
    [SessionTransformation]
    [Completes]
    public InvoiceSession? Session { get; set; }

    /// <summary>The session that the row most probably goes to; <c>null</c> without one, which is said when it is used.</summary>
    private protected InvoiceSession? LikelySession => Session ?? (Row.Piped as InvoiceRecord)?.GetOwner() as InvoiceSession ?? SessionRegistry.Current.DefaultOrNone;

    /// <inheritdoc/>
    private protected override void Require() => LikelySession?.Provider.Require(typeof(TCapability));

    /// <summary>The capability for a record.</summary>
    private protected TCapability Provider(InvoiceRecord? record = null) => Use<TCapability>(record);

    /// <summary>Another capability for a record.</summary>
    private protected TOther Use<TOther>(InvoiceRecord? record = null)
        where TOther : class, ICapability
    {
        InvoiceSession session = SessionFor(record);

        // What a provider has not is said before anything is looked up for it.
        session.Provider.Require(typeof(TCapability));
        return session.Use<TOther>(Pump);
    }

    /// <summary>The records of the session for a record; what happens meanwhile goes to the streams of this cmdlet.</summary>
    private protected AccountRecords Records(InvoiceRecord? record = null)
    {
        InvoiceSession session = SessionFor(record);

        // What a provider has not is said before anything is looked up for it.
        session.Provider.Require(typeof(TCapability));
        return session.With(Pump);
    }

    /// <summary>Shows a plan, and sends it unless -WhatIf or the user says no.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The record as the provider has it afterwards; <c>null</c> if nothing was sent.</returns>
    private protected T? Send<T>(ChangePlan<T> plan)
        where T : class
    {
        if (plan is InvoicePlan { Existing: T there } && IsWhatIf)
        {
            // To send it would write to the journal that it was found.
            return there;
        }

        foreach (string caution in plan.Cautions)
        {
            WriteWarning($"{plan.Target}: {caution}.");
        }

        return plan.IsDone || Agrees(plan.ToString(), plan.Verb, plan.IsBinding) ? Await(plan.SendAsync(Cancel)) : null;
    }

    /// <summary>
    /// The record that the old values of a plan are taken from: <c>null</c>, which reads them, where somebody sees them; else the record as it
    /// was given, which saves a request.
    /// </summary>
    private protected T? Before<T>(T given)
        where T : InvoiceRecord => ShowsPlans || (given is Invoice { State: not InvoiceState.Draft } && AsksWhatBinds) ? null : given;

    /// <summary>Writes a listing, each object as soon as it is there.</summary>
    [MethodImpl(HotPath.Compiled)]
    private protected void WriteListing<T>(Listing<T> listing, string what, Func<T, bool>? filter = null)
    {
        var progress = new ProgressReporter(this, $"Listing {what}");
        Listing<T>.Enumerator rows = listing.GetAsyncEnumerator(Cancel);
        int count = 0;
        try
        {
            while (Await(rows.MoveNextAsync()))
            {
                count++;
                progress.Count(count, rows.TotalCount, what);
                if (filter is null || filter(rows.Current))
                {
                    WriteObject(rows.Current);
                }
            }

            progress.End();
        }
        finally
        {
            // Also when the pipeline stops early: the page that is under way must not outlive the cmdlet.
            _ = rows.DisposeAsync();
        }
    }

    /// <summary>Writes the one object that there must be.</summary>
    /// <exception cref="InvoicingException">There is none.</exception>
    private protected static T Found<T>(T? found, string what, string key)
        where T : class => found ?? throw new InvoicingException(ErrorKind.NotFound, $"There is no {what} '{key}'.");

    /// <summary>Does the work for each thing that a parameter names.</summary>
    private protected void ForEach<T>(Input<T>? items, Action<T> work) => ForEach(items?.Values ?? [], work);
}
