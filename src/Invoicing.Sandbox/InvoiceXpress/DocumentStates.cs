using System;
using System.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The states of documents and the ways between them. [official], the receipts' one [inferred]</summary>
internal static class DocumentStates
{
    public const string Draft = "draft";
    public const string Final = "final";
    public const string Settled = "settled";
    public const string Canceled = "canceled";
    public const string Deleted = "deleted";
    public const string Accepted = "accepted";
    public const string Refused = "refused";

    public const string Finalize = "finalized";
    public const string Cancel = "canceled";

    private static readonly Transition[] Table =
    {
        new(Draft, Finalize, Settled, DocumentFamily.Invoice, kind => kind == DocumentKind.InvoiceReceipt),
        new(Draft, Finalize, Final, DocumentFamily.Invoice),
        new(Draft, "deleted", Deleted, DocumentFamily.Invoice),
        new(Final, "settled", Settled, DocumentFamily.Invoice),
        new(Final, Cancel, Canceled, DocumentFamily.Invoice),
        new(Settled, Cancel, Canceled, DocumentFamily.Invoice, kind => kind == DocumentKind.InvoiceReceipt),
        new(Settled, "unsettled", Final, DocumentFamily.Invoice, kind => kind == DocumentKind.CreditNote || kind == DocumentKind.DebitNote),

        new(Final, Cancel, Canceled, DocumentFamily.Receipt),

        new(Draft, Finalize, Final, DocumentFamily.Estimate),
        new(Draft, "deleted", Deleted, DocumentFamily.Estimate),
        new(Final, "accept", Accepted, DocumentFamily.Estimate),
        new(Final, "refuse", Refused, DocumentFamily.Estimate),
        new(Final, Cancel, Canceled, DocumentFamily.Estimate),
        new(Accepted, "refuse", Refused, DocumentFamily.Estimate),
        new(Refused, "accept", Accepted, DocumentFamily.Estimate),
        new(Accepted, Cancel, Canceled, DocumentFamily.Estimate),
        new(Refused, Cancel, Canceled, DocumentFamily.Estimate),

        new(Draft, Finalize, Final, DocumentFamily.Guide),
        new(Draft, "deleted", Deleted, DocumentFamily.Guide),
        new(Final, Cancel, Canceled, DocumentFamily.Guide),
    };

    /// <summary>Events that the vendor's request schema names although no transition has them. [official]</summary>
    private static readonly string[] OnlyNamed = { "accepted", "refused" };

    public static bool IsEvent(string name) => OnlyNamed.Contains(name) || Table.Any(transition => transition.Event == name);

    /// <summary>The state to which an event leads a document, or null when it is not for this document.</summary>
    public static string? Next(DocumentRecord document, string @event) =>
        Table.FirstOrDefault(transition => transition.Leads(document, @event))?.To;

    private sealed class Transition
    {
        private readonly string _from;
        private readonly DocumentFamily _family;
        private readonly Func<DocumentKind, bool>? _only;

        public Transition(string from, string @event, string to, DocumentFamily family, Func<DocumentKind, bool>? only = null)
        {
            _from = from;
            Event = @event;
            To = to;
            _family = family;
            _only = only;
        }

        public string Event { get; }

        public string To { get; }

        public bool Leads(DocumentRecord document, string @event) =>
            document.Kind.Family == _family && document.Status == _from && Event == @event && (_only is null || _only(document.Kind));
    }
}
