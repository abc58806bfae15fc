using System.Collections.Generic;
using System.Net;

namespace Invoicing.Tests.Support;

/// <summary>Who is connected to which provider, and how.</summary>
internal sealed record RigAccount(string Provider, string Name)
{
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> FieldNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Name and password, in place of a key.</summary>
    public NetworkCredential? Login { get; init; }
}
