namespace Invoicing;

/// <summary>States of an open document.</summary>
public enum ReceivableState
{
    /// <summary>The client has time until the due date.</summary>
    NotDue,

    /// <summary>The due date has passed.</summary>
    Overdue,

    /// <summary>The document has no due date, so nobody can say whether it is overdue.</summary>
    NoDueDate,

    /// <summary>A credit: it is owed to the client.</summary>
    Credit,
}
