using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.Core;

/// <summary>The providers that the server can play.</summary>
internal static class ProviderCatalog
{
    private static readonly Dictionary<string, Func<SandboxHost, ISandboxProvider>> Makers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["FACTURAgem"] = host => new Facturagem.FacturagemProvider(host),
        ["InvoiceXpress"] = host => new InvoiceXpress.InvoiceXpressProvider(host),
        ["SalenGo"] = host => new SalenGo.SalenGoProvider(host),
        ["SimplBooks"] = host => new SimplBooks.SimplBooksProvider(host),
    };

    /// <summary>The provider's name in its own spelling.</summary>
    /// <exception cref="ArgumentException">The provider is unknown.</exception>
    public static string Resolve(string name) =>
        Makers.Keys.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException(
            $"The sandbox knows no provider '{name}'. It knows: {string.Join(", ", Makers.Keys)}.", nameof(name));

    public static ISandboxProvider Make(string name, SandboxHost host) => Makers[name](host);
}
