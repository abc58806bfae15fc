using System;

namespace Invoicing.Sandbox.Http;

/// <summary>The bytes are not a request that this server accepts. The status says why, and the connection ends after it.</summary>
internal sealed class HttpFormatException : Exception
{
    public HttpFormatException(int status, string message)
        : base(message) => Status = status;

    public int Status { get; }
}
