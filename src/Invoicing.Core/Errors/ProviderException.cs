using System;
using System.Net;

namespace Invoicing;

/// <summary>A provider refused or failed a request.</summary>
public sealed class ProviderException : InvoicingException
{
    /// <summary>Creates an exception for an answer, or for a missing one.</summary>
    /// <param name="kind">Kind of error.</param>
    /// <param name="message">One sentence for a person; never holds a secret.</param>
    /// <param name="inner">The cause, if there is one.</param>
    public ProviderException(ErrorKind kind, string message, Exception? inner = null)
        : base(kind, message, inner)
    {
    }

    /// <summary>Name of the provider.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Verb and path of the request, without its query.</summary>
    public string Request { get; init; } = "";

    /// <summary>HTTP status of the answer; <c>null</c> if there was none.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The provider's own error code, where it gives one.</summary>
    public string? Code { get; init; }

    /// <summary>The provider's identifier of the request, where it gives one.</summary>
    public string? RequestId { get; init; }

    /// <summary>The refusal as the connector read it.</summary>
    internal ProviderFault Fault { get; init; } = ProviderFault.Silent;

    /// <summary>True if the provider may still be processing the request, so that its result can appear later.</summary>
    internal bool MayBeUnderWay { get; init; }

    /// <summary>True if this is the failure of a repeated request whose first answer was lost.</summary>
    internal bool CameAfterDoubt { get; set; }
}
