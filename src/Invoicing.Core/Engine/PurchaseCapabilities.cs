using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>Enters what was paid to suppliers.</summary>
public interface IPurchasePayer : ICapability
{
    /// <summary>Prepares a payment for a purchase. Nothing is entered yet.</summary>
    /// <param name="purchase">The purchase that was paid. It is not written to.</param>
    /// <param name="payment">Amount, date, account. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The payment, ready to be sent.</returns>
    Task<PreparedChange<Payment>> PreparePaymentAsync(Purchase purchase, Payment payment, CancellationToken cancellationToken = default);

    /// <summary>Lists payments to suppliers.</summary>
    /// <param name="query">The filter and the size of a page.</param>
    /// <returns>A listing that sends nothing before it is read.</returns>
    Listing<Payment> ListOutgoing(ListQuery query);

    /// <summary>Gets one payment to a supplier.</summary>
    /// <param name="id">The provider's identifier.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The payment.</returns>
    Task<Payment> GetOutgoingAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Gets the payments of one purchase.</summary>
    /// <param name="purchase">The purchase.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>Its payments.</returns>
    Task<IReadOnlyList<Payment>> GetForPurchaseAsync(Purchase purchase, CancellationToken cancellationToken = default);
}

/// <summary>Says which document money that was entered before is for.</summary>
public interface IPaymentBinder : ICapability
{
    /// <summary>Binds money that came in to an invoice.</summary>
    /// <param name="paymentId">The provider's identifier of the payment.</param>
    /// <param name="invoice">The invoice.</param>
    /// <param name="fullCover">True if the invoice counts as paid, whatever the sum.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Done when the provider took it.</returns>
    Task BindAsync(string paymentId, Invoice invoice, bool fullCover, CancellationToken cancellationToken = default);

    /// <summary>Binds money that went out to a purchase.</summary>
    /// <param name="paymentId">The provider's identifier of the payment.</param>
    /// <param name="purchase">The purchase.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Done when the provider took it.</returns>
    Task BindAsync(string paymentId, Purchase purchase, CancellationToken cancellationToken = default);
}

/// <summary>Fetches the files that are attached to purchases.</summary>
public interface IPurchaseFileExporter : ICapability
{
    /// <summary>Asks for the file that is attached to a purchase.</summary>
    /// <param name="purchase">The purchase.</param>
    /// <returns>An operation that has sent nothing yet.</returns>
    ProviderOperation StartFile(Purchase purchase);
}
