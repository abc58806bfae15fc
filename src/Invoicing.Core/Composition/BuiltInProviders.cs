using System.Runtime.CompilerServices;
using Invoicing.Providers.Facturagem;
using Invoicing.Providers.InvoiceXpress;
using Invoicing.Providers.SalenGo;
using Invoicing.Providers.SimplBooks;

namespace Invoicing.Composition;

/// <summary>Registers the providers of this assembly in the catalogue when the assembly is loaded.</summary>
internal static class BuiltInProviders
{
    [ModuleInitializer]
    internal static void Register()
    {
        InvoiceProvider.Register(new InvoiceXpressProvider());
        InvoiceProvider.Register(new SimplBooksProvider());
        InvoiceProvider.Register(new FacturagemProvider());
        InvoiceProvider.Register(new SalenGoProvider());
    }
}
