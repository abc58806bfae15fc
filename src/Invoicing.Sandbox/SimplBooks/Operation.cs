using System;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>A row of the table of operations.</summary>
internal sealed class Operation
{
    public Operation(Resource resource, Action<SimplBooksCall> run)
    {
        Resource = resource;
        Run = run;
    }

    public Resource Resource { get; }

    public Action<SimplBooksCall> Run { get; }
}
