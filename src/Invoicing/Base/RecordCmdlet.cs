using System;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>A cmdlet that makes, changes or deletes objects of one kind.</summary>
/// <typeparam name="TCapability">The kind of work that it needs.</typeparam>
/// <typeparam name="T">The kind of object.</typeparam>
public abstract class RecordCmdlet<TCapability, T> : RowCmdlet<TCapability>
    where TCapability : class, ICapability
    where T : InvoiceRecord, new()
{
    private protected RecordCmdlet()
    {
    }

    /// <summary>Name of such an object in prompts and errors.</summary>
    private protected static string Kind => InvoiceRecord.WordsFor(typeof(T));

    /// <summary>Makes an object of what was given.</summary>
    /// <param name="row">The row or object that the values came from.</param>
    private protected void Create(PSObject? row)
    {
        Destination = SessionFor();
        var record = new T();
        Apply(record);
        Target ??= record;
        if (InputValue.Unwrap(row) is InvoiceRecord source)
        {
            InvoiceRecord whole = source is T summary && summary.IsPartial() ? Complete(record, summary) : source;
            WarnOfLoss(whole);
            MoveIds(record, whole);
        }

        if (Send(Prepared(record, InputValue.Unwrap(row) as T)) is { } made)
        {
            WriteObject(made);
        }
    }

    /// <summary>
    /// The plan of a new object. Values of the object that it comes out of that this provider does not accept stay behind, if nothing that is owed
    /// depends on them.
    /// </summary>
    private ChangePlan<T> Prepared(T record, T? source)
    {
        RecordSet<T> set = Records().Of<T>();
        try
        {
            return Await(set.PrepareAsync(record, Cancel));
        }
        catch (InvoicingException fault) when (IsForeign(source) && fault.FieldErrors.Count > 0 && fault.FieldErrors.All(error => IsMinor(error.Field)))
        {
            foreach (FieldError error in fault.FieldErrors)
            {
                typeof(T).GetProperty(error.Field!)!.SetValue(record, null);
                WriteWarning($"{error.Field} of the {Kind} '{record}' was not copied: {error.Message}.");
            }

            return Await(set.PrepareAsync(record, Cancel));
        }
    }

    /// <summary>Fields whose form each provider has its own rules for, and that change nothing on a document but its looks.</summary>
    private static bool IsMinor(string? field) =>
        field is nameof(Client.Language) or nameof(Client.Website) or nameof(Client.Phone) or nameof(Client.Fax) or nameof(Client.CopyCount)
        && typeof(T).GetProperty(field)?.SetMethod is not null;

    /// <summary>Changes an object by what was given.</summary>
    /// <param name="record">The object, whole.</param>
    /// <param name="passThru">True to read the object again and write it.</param>
    private protected void Change(T record, bool passThru)
    {
        RequireComplete(record);
        Destination = SessionFor(record);
        T wanted = record.Copy();
        Apply(wanted);
        if (Send(Await(Records(record).Of<T>().PrepareUpdateAsync(wanted, Before(record), Cancel))) is not null && passThru)
        {
            WriteObject(Await(Use<IReader<T>>(record).GetAsync(record.Id!, Cancel)));
        }
    }

    /// <summary>Copies the given parameters to an object.</summary>
    private protected virtual void Apply(T record) => Fill(record);

    /// <inheritdoc/>
    private protected override bool GivesValues(InvoiceRecord record) => record is T;

    /// <summary>Deletes an object.</summary>
    /// <param name="record">The object; its identifier counts.</param>
    private protected void Delete(T record) => Send(Await(Records(record).Of<T>().PrepareRemoveAsync(record, Cancel)));

    /// <summary>Does something with each object that one of the parameters names.</summary>
    private protected void ForEachFound(Action<T> work, params Input<RecordIdentity>?[] ways) => ForEach(OneWay(Kind, ways), identity =>
    {
        Target = identity.Source;
        Destination = null;
        work(FindRecord<T>(identity));
    });
}
