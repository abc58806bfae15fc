using System;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Applies the event of a change-state request.</summary>
internal static class DocumentChange
{
    public static void Apply(Company company, DocumentRecord document, string? @event, string? message, DateTime now)
    {
        if (@event is null || !DocumentStates.IsEvent(@event))
        {
            throw Refusal.Invalid("State is invalid", "state", ErrorShape.Object);
        }

        var next = DocumentStates.Next(document, @event)
            ?? throw Refusal.Invalid($"CantHandle: {@event} for {document.Kind.Type}", "state", ErrorShape.NestedList);

        if (@event == DocumentStates.Cancel && message is null)
        {
            throw Refusal.Invalid("Message can't be blank", "message", ErrorShape.Object);
        }

        if (@event == DocumentStates.Finalize)
        {
            DocumentIssue.Issue(company, document, next, now);
            document.Owner?.Related.Add(document);
            return;
        }

        document.Status = next;
        document.StatusDate = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond));
        if (@event == DocumentStates.Cancel)
        {
            document.CancelReason = message;
            Payments.Undo(document);
        }
    }
}
