using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Something that is there already, by what a person has of it: an object, an identifier, a number, a name, a row.</summary>
internal abstract class IdentityTransformationAttribute : InputTransformationAttribute
{
    /// <summary>True if several can be meant.</summary>
    public bool Many { get; set; }

    /// <summary>The kind of key that text is.</summary>
    public RecordKeyKind Kind { get; set; }

    /// <summary>
    /// Objects of ours that are certainly something else are left to another parameter that takes pipeline input, such as -Purchase or
    /// -Operation: after this exception alone PowerShell goes on to it.
    /// </summary>
    protected static object? Accepted(object? input, params Type[] kinds) =>
        InputValue.Unwrap(input) is { } bare and (InvoiceRecord or ProviderOperation or PaymentProposal) && !kinds.Any(kind => kind.IsInstanceOfType(bare))
            ? throw new PSInvalidCastException($"'{bare}' is not what is needed here.")
            : input;

    /// <summary>Reads one or several: a parameter that is converted at once and stands for one thing has the type of that one.</summary>
    protected object? Identify<T>(object? input, Func<object, T> read) => Now && !Many ? Read(input, read).FirstOrDefault() : Read(input, read);

    private T[] Read<T>(object? input, Func<object, T> read)
    {
        object? bare = InputValue.Single(input);
        T[] all = bare switch
        {
            null => [],
            T identity => [identity],
            string text when text.Trim().Length == 0 => [],
            IEnumerable list and not string and not IDictionary =>
                [.. list.Cast<object?>().Select(InputValue.Unwrap).Where(item => item is not null).Select(item => item is T known ? known : read(item!))],
            _ => [read(bare)],
        };
        return Many || all.Length < 2 ? all : throw new FormatException($"One is needed here, not {all.Length}: {string.Join(", ", all)}.");
    }
}

/// <summary>A client by what a person has: an id, a code, a name, an object, a row.</summary>
internal sealed class ClientTransformationAttribute : IdentityTransformationAttribute
{
    public override object? Read(object? input, InputForm form) => Identify(input, source => ClientIdentity.From(source, Kind));

    protected override Input Wrap(object? input) => new Input<ClientIdentity>(input);
}

/// <summary>A document by what a person has: an id, a number, an object, a row.</summary>
internal sealed class InvoiceTransformationAttribute : IdentityTransformationAttribute
{
    public override object? Read(object? input, InputForm form) => Identify(input, source => InvoiceIdentity.From(source, Kind));

    protected override Input Wrap(object? input) => new Input<InvoiceIdentity>(Accepted(input, typeof(Invoice), typeof(Payment), typeof(Receivable)));
}

/// <summary>A proposal for payments. Anything else is left to another parameter that takes pipeline input.</summary>
internal sealed class ProposalTransformationAttribute : InputTransformationAttribute
{
    public override object? Read(object? input, InputForm form) => InputValue.Unwrap(input);

    protected override Input Wrap(object? input) => InputValue.Unwrap(input) is PaymentProposal proposal
        ? new Input<PaymentProposal>(proposal)
        : throw new PSInvalidCastException($"'{input}' is no proposal of Resolve-InvoicePayment.");
}

/// <summary>Any other object by what a person has: an id, a name, the object, a row.</summary>
internal sealed class RecordTransformationAttribute : IdentityTransformationAttribute
{
    public override object? Read(object? input, InputForm form) => Identify(input, source => RecordIdentity.From(source, Kind));

    protected override Input Wrap(object? input) => new Input<RecordIdentity>(
        InputValue.Unwrap(input) is PaymentProposal proposal ? throw new PSInvalidCastException($"'{proposal}' is no record.") : input);
}
