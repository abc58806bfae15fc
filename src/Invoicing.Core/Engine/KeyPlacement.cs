using System;
using System.Net.Http;

namespace Invoicing.Engine;

/// <summary>The ways in which a key travels beside the headers.</summary>
internal static class KeyPlacement
{
    /// <summary>Puts the key into the query.</summary>
    public static void InQuery(HttpRequestMessage message, string name, string key)
    {
        Uri address = message.RequestUri;
        message.RequestUri = new Uri($"{address.AbsoluteUri}{(address.Query.Length > 0 ? "&" : "?")}{name}={Uri.EscapeDataString(key)}");
    }
}
