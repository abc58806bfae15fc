using System;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Gets documents: those that match the filters, or those with an id or number.</summary>
[Cmdlet(VerbsCommon.Get, "Invoice", DefaultParameterSetName = FilterSet)]
[OutputType(typeof(Invoice))]
public sealed class GetInvoiceCommand : GetInvoiceParameters
{
    /// <inheritdoc/>
    protected override void Execute()
    {
        if (Wait && !Provider().Types.Any(Invoicing.Invoice.IsGuide))
        {
            throw new InvoicingException(ErrorKind.NotSupported, $"{SessionFor().Provider.Name} has no guides, so there is no code of the tax authority to wait for.")
            {
                Advice = "Leave out -Wait.",
            };
        }

        switch (ParameterSetName)
        {
            case nameof(Id):
                WriteAll(RecordKeyKind.Id, Id);
                break;
            case nameof(Number):
                WriteAll(RecordKeyKind.Number, Number);
                break;
            case InvoiceSet:
                ForEach(Invoice, Write);
                break;
            default:
                WriteFiltered();
                break;
        }
    }

    private void WriteAll(RecordKeyKind kind, string[] keys) => ForEach(keys, key => Write(InvoiceIdentity.From(key, kind)));

    private void Write(InvoiceIdentity identity)
    {
        Target = identity.Source;
        InvoiceType? type = identity.Type ?? (Type is { Length: 1 } ? Type[0] : null);
        if (identity.Invoice is not null || identity.Payment is not null || (identity.Id is not null && type is not null))
        {
            // An object is read again: the caller wants its present state.
            Invoice invoice = FindInvoice(identity, type, whole: false);
            WriteFound(Wait ? Awaited(invoice) : Await(Provider(invoice).GetAsync(invoice.Type, invoice.Id!, Cancel)));
            return;
        }

        RecordKey key = identity.Key!;
        if (key.Kind == RecordKeyKind.Number)
        {
            // Each type counts for itself, and to look at several does no harm.
            var found = Await(Provider().FindByNumberAsync(key.Text, type is { } one ? [one] : Type ?? [], Cancel));
            Invoice[] all = [.. Found(found.Count > 0 ? found : null, "document", key.ToString()).Select(Known)];
            if (all.Length == 1)
            {
                WriteFound(all[0]);
                return;
            }

            WriteObject(all, enumerateCollection: true);
            return;
        }

        WriteFound(Known(Found(Await(Invoices(null).FindAsync(key, type is { } known ? [known] : Type ?? [], Cancel)), "document", key.Text)));
    }

    /// <summary>A document that was found, with the code that it waits for if it is asked to.</summary>
    private Invoice Known(Invoice found) => Wait && found.AwaitsTransportCode() ? Awaited(found) : found;

    private Invoice Awaited(Invoice invoice) => AwaitTransportCode(invoice, TimeoutSec, PollIntervalSec);

    private void WriteFiltered()
    {
        // One listing for each combination of what the provider is asked for: it takes one client and one reference.
        string?[] references = Reference ?? [null!];
        Func<Invoice, bool>? filter = Overdue ? invoice => invoice.IsOwed() && invoice.DueDate < Today() : Open ? invoice => invoice.IsOwed() : null;
        foreach (Client? client in ClientsOrAll(Client, ClientObject))
        {
            foreach (string? reference in references)
            {
                WriteListing(Provider(OwnOrNone(client)).List(Query(client?.Id, reference)), "documents", filter);
            }
        }
    }

    private DateTime Today() => TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, SessionFor().Provider.TimeZone).Date;

    private InvoiceQuery Query(string? clientId, string? reference) => new()
    {
        Types = Type ?? [],
        States = State ?? [],
        Reference = reference,
        Text = Text,
        ClientId = clientId,
        DateFrom = DateFrom,
        DateTo = DateTo,
        DueFrom = DueAfter is { } after && after.Date < DateTime.MaxValue.Date ? after.AddDays(1) : DueAfter,
        DueTo = DueBefore is { } before && before.Date > DateTime.MinValue ? before.AddDays(-1) : DueBefore,
        NetFrom = NetFrom,
        NetTo = NetTo,
        IncludeArchived = IncludeArchived,
        PageSize = PageSize,
        Detailed = Detailed,
    };
}
