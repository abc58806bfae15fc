using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing;

/// <summary>
/// A change that is prepared and not sent yet. It holds copies: neither the records that it was prepared from nor anything at the provider
/// is changed until it is sent. Its text says in full what sending it would do.
/// </summary>
public abstract class ChangePlan
{
    private protected ChangePlan(ChangeAction action, string verb, string target)
    {
        Action = action;
        Verb = verb;
        Target = target;
    }

    /// <summary>The kind of change.</summary>
    public ChangeAction Action { get; }

    /// <summary>The change in words, such as <c>Create</c> or <c>Send by e-mail</c>.</summary>
    public string Verb { get; }

    /// <summary>
    /// The record that is changed: its kind, its name, number or reference, its client, and the session, such as
    /// <c>Invoice for 'Acme' with reference 'ENC-118' in session 'acme'</c>.
    /// </summary>
    public string Target { get; }

    /// <summary>The fields that get another value, with the old and the new one.</summary>
    public IReadOnlyList<FieldChange> Changes { get; internal init; } = [];

    /// <summary>Clients and items that do not exist yet and are created first.</summary>
    public IReadOnlyList<InvoiceRecord> CreatesFirst { get; internal init; } = [];

    /// <summary>Values that the provider has no field for.</summary>
    public IReadOnlyList<LeftOutValue> LeftOut { get; internal init; } = [];

    /// <summary>Points to look at before it is sent, such as a date in the future.</summary>
    public IReadOnlyList<string> Cautions { get; internal init; } = [];

    /// <summary>Tells whether sending it issues a legal document or a receipt, or sends an e-mail: that cannot be undone.</summary>
    public bool IsBinding { get; internal init; }

    /// <summary>Tells whether the provider has it already, so that nothing is sent.</summary>
    public bool IsDone { get; internal init; }

    /// <summary>Amounts and the like, for <see cref="ToString"/>.</summary>
    private protected virtual string? Details => null;

    /// <summary>All that sending the plan would do, on one line.</summary>
    public sealed override string ToString()
    {
        string said = PlanText.Join(
        [
            Details,
            Changes.Count > 0 ? string.Join(", ", Changes) : Action == ChangeAction.Change ? "no field differs" : null,
            CreatesFirst.Count > 0 ? "creates first " + string.Join(", ", CreatesFirst.Select(Named)) : null,
            LeftOut.Count > 0 ? "leaves out " + string.Join(", ", LeftOut) : null,
            Cautions.Count > 0 ? "caution: " + string.Join(", ", Cautions) : null,
            IsBinding ? "it binds and cannot be undone" : null,
            IsDone ? "it is there already" : null,
        ]);
        return said.Length == 0 ? Target : $"{Target}: {said}";
    }

    /// <summary>A record in words. The text of a document has its kind already.</summary>
    internal static string Named(InvoiceRecord record) =>
        record is Invoice or Purchase ? record.ToString()! : $"{InvoiceRecord.WordsFor(record.GetType())} '{record}'";
}

/// <summary>A prepared change of one kind of record.</summary>
/// <typeparam name="T">The kind of record.</typeparam>
public class ChangePlan<T> : ChangePlan
    where T : class
{
    private readonly Func<CancellationToken, Task<T>> _send;
    private int _isSent;

    internal ChangePlan(ChangeAction action, string verb, string target, Func<CancellationToken, Task<T>> send)
        : base(action, verb, target) => _send = send;

    /// <summary>Does what the plan says, once.</summary>
    /// <param name="cancellationToken">Stops the requests; the outcome is unknown then.</param>
    /// <returns>A new record, as the provider has it afterwards.</returns>
    /// <exception cref="InvalidOperationException">The plan was sent before. Prepare another one.</exception>
    /// <exception cref="ProviderException">The provider refused it, or the outcome is unknown.</exception>
    public Task<T> SendAsync(CancellationToken cancellationToken = default) => Interlocked.Exchange(ref _isSent, 1) == 0
        ? _send(cancellationToken)
        : throw new InvalidOperationException($"This plan was sent before: {Verb} {Target}. Prepare another one.");
}
