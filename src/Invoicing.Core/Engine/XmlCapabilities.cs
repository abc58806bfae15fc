using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>Gives and takes documents as E-invoices in XML.</summary>
public interface IXmlExchange : ICapability
{
    /// <summary>Asks for an invoice as XML.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <returns>An operation that has sent nothing yet.</returns>
    ProviderOperation StartXml(Invoice invoice);

    /// <summary>Asks for a purchase as XML.</summary>
    /// <param name="purchase">The purchase.</param>
    /// <returns>An operation that has sent nothing yet.</returns>
    ProviderOperation StartXml(Purchase purchase);

    /// <summary>Makes an invoice of an XML file.</summary>
    /// <param name="xml">The file, in the encoding that it says itself.</param>
    /// <param name="cancellationToken">Stops the request; whether it was done is unknown then.</param>
    /// <returns>The invoice by its identifier.</returns>
    Task<Invoice> ImportInvoiceAsync(byte[] xml, CancellationToken cancellationToken = default);

    /// <summary>Makes a purchase of an XML file.</summary>
    /// <param name="xml">The file, in the encoding that it says itself.</param>
    /// <param name="cancellationToken">Stops the request; whether it was done is unknown then.</param>
    /// <returns>The purchase by its identifier.</returns>
    Task<Purchase> ImportPurchaseAsync(byte[] xml, CancellationToken cancellationToken = default);
}
