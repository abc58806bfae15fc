using System;
using System.Net;

namespace Invoicing.Http;

/// <summary>An answer whose HTTP status is good and whose body says that the request was refused. The road treats it as refused.</summary>
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
