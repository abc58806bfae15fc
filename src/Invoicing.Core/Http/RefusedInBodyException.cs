using System;
using System.Net;

namespace Invoicing.Http;

/// <summary>Thrown for an answer with a good HTTP status whose body reports a refusal. The pipeline treats it as refused.</summary>
internal sealed class RefusedInBodyException : Exception
{
    public RefusedInBodyException(HttpStatusCode status, ProviderFault fault)
    {
        Status = status;
        Fault = fault;
    }

    public HttpStatusCode Status { get; }

    public ProviderFault Fault { get; }
}
