using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>A row of the table of operations.</summary>
internal sealed class Operation
{
    public Operation(Action<FacturagemCall> run, Resource? body, IReadOnlyList<string> parameters)
    {
        Run = run;
        Body = body;
        Parameters = parameters;
    }

    public Action<FacturagemCall> Run { get; }

    /// <summary>The resource whose fields it takes, if it takes any.</summary>
    public Resource? Body { get; }

    /// <summary>The parameters beside the fields, those in the path among them.</summary>
    public IReadOnlyList<string> Parameters { get; }

    public bool IsOpenToAll { get; set; }
}
