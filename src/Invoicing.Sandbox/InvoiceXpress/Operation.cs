using System;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>A row of the table of operations: handler and shapes of its errors.</summary>
internal sealed class Operation
{
    public Operation(Action<IxCall> run, ErrorShape missing, ErrorShape invalid, DocumentKind? kind)
    {
        Run = run;
        Missing = missing;
        Invalid = invalid;
        Kind = kind;
    }

    public Action<IxCall> Run { get; }

    public ErrorShape Missing { get; }

    public ErrorShape Invalid { get; }

    /// <summary>The type of document that the path names, if it names one.</summary>
    public DocumentKind? Kind { get; }

    /// <summary>The common real shape of a 401. [seen]</summary>
    public ErrorShape Unauthorized { get; set; } = ErrorShape.ObjectList;

    public bool IsOpenToAll { get; set; }

    /// <summary>Status of a body that is not announced as JSON. [seen] for 500</summary>
    public int WrongTypeStatus { get; set; } = 500;
}
