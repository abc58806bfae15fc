using System.Collections.Generic;
using System.Management.Automation;
using System.Reflection;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// The session that a record belongs to, and the records that a person names. An identifier is valid in the account that it came from: with a
/// record of another account, a cmdlet that reads or creates looks for what the record is to people, and one that changes refuses it.
/// </summary>
public abstract partial class ConnectorCmdlet<TCapability>
{
    /// <summary>Verbs of cmdlets that change nothing that is there already.</summary>
    private static readonly HashSet<string> ReadingOrCreating =
        [VerbsCommon.Get, VerbsCommon.New, VerbsCommon.Copy, VerbsData.Export, VerbsData.Import, VerbsDiagnostic.Test, VerbsLifecycle.Invoke];

    /// <summary>Tells whether the cmdlet looks for a record of another account, instead of refusing it.</summary>
    private bool LooksForForeign => GetType().GetCustomAttribute<CmdletAttribute>() is { } cmdlet && ReadingOrCreating.Contains(cmdlet.VerbName);

    /// <summary>
    /// The session that the present record goes to, where -Session does not say it. Records that other parameters name are those of this session.
    /// </summary>
    private protected InvoiceSession? Destination { get; set; }

    private InvoiceSession? Asked => Session ?? Destination;

    /// <summary>The session for a record.</summary>
    /// <exception cref="InvoicingException">It belongs to another account than -Session, or its session is not connected.</exception>
    private protected InvoiceSession SessionFor(InvoiceRecord? record = null)
    {
        if (Session is { IsConnected: false } closed)
        {
            throw new InvoicingException(ErrorKind.NotConnected, $"Session '{closed}' is disconnected.");
        }

        if (IsForeign(record))
        {
            string kind = InvoiceRecord.WordsFor(record!.GetType());
            throw new InvoicingException(ErrorKind.InvalidInput, $"The {kind} '{record}' belongs to {record.Origin}, and not to session '{Asked}': its id means something else there.")
            {
                Advice = $"Leave -Session out to work on it in its own account, or get the {kind} from session '{Asked!.Name}'.",
            };
        }

        return Asked ?? (record?.GetOwner() is not { } owner ? SessionRegistry.Current.Default
            : SessionRegistry.Current.SessionOf(owner) ?? throw new InvoicingException(ErrorKind.NotConnected, $"'{record}' comes from {record.Origin}, which is not connected.")
            {
                Advice = $"Connect to {owner.AccountKey} again with Connect-InvoiceProvider.",
            });
    }

    /// <summary>Tells whether a record belongs to another account than the session that was asked for.</summary>
    private protected bool IsForeign(InvoiceRecord? record) =>
        Asked is { } asked && record?.GetOwner() is { } owner && owner.AccountKey != asked.AccountKey;

    /// <summary>The record, unless it belongs to another account.</summary>
    private protected T? OwnOrNone<T>(T? record)
        where T : InvoiceRecord => IsForeign(record) ? null : record;

    /// <summary>The whole record, read in its own account: lists may show summaries.</summary>
    private protected T Whole<T>(T record)
        where T : InvoiceRecord
    {
        if (!record.IsPartial() || record.Id is not { } id || record.GetOwner() is not { } owner || SessionRegistry.Current.SessionOf(owner) is not { } session)
        {
            return record;
        }

        return record is Invoice { Type: var type }
            ? (T)(InvoiceRecord)Await(session.Use<IInvoiceReader>(Pump).GetAsync(type, id, Cancel))
            : Await(session.Use<IReader<T>>(Pump).GetAsync(id, Cancel));
    }

    /// <summary>Refuses a record that would be stored without what was cut off when it was saved.</summary>
    private protected static void RequireComplete(InvoiceRecord record)
    {
        if (record.IsTruncated())
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"'{record}' was saved without its parts, such as its lines, and would be stored without them.")
            {
                Advice = "Save it with a greater depth, such as Export-Clixml -Depth 4, or name it by -Id and give the values that change.",
            };
        }
    }
}
