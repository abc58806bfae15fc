using System;
using System.Threading.Tasks;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Connectors;

/// <summary>One operation: the call, the request that must go out, the answer, and the result.</summary>
internal sealed class InvoiceXpressCase
{
    /// <param name="name">Name of the operation, with the type of document where there are several.</param>
    /// <param name="line">Verb, path and query that have to go out.</param>
    /// <param name="answer">What the provider answers.</param>
    /// <param name="ask">Asks for it by the capability, and tells what came of it.</param>
    /// <param name="result">What has to come of it.</param>
    /// <param name="refusals">The documented statuses of a refusal.</param>
    public InvoiceXpressCase(string name, string line, string answer, Func<Rig, Task<string>> ask, string result, params int[] refusals)
    {
        Name = name;
        Line = line;
        Answer = answer;
        Ask = ask;
        Result = result;
        Refusals = refusals;
    }

    public string Name { get; }

    public string Line { get; }

    public string Answer { get; }

    public int Status { get; init; } = 200;

    /// <summary>The body that has to go out; not compared if <c>null</c>, none where it is empty.</summary>
    public string? Body { get; init; } = "";

    /// <summary>The name around the body, where the body itself is not compared.</summary>
    public string? Root { get; init; }

    public Func<Rig, Task<string>> Ask { get; }

    public string Result { get; }

    public int[] Refusals { get; }
}
