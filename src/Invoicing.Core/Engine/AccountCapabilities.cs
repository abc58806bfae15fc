using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>Reads the account.</summary>
public interface IAccountReader : ICapability
{
    /// <summary>Gets an account.</summary>
    /// <param name="id">The provider's identifier; <c>null</c> for the account of the session, where the provider can tell it.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The account.</returns>
    Task<InvoiceAccount> GetAsync(string? id, CancellationToken cancellationToken = default);
}

/// <summary>Changes the account.</summary>
public interface IAccountUpdater : ICapability
{
    /// <summary>Changes an account.</summary>
    /// <param name="account">The whole account.</param>
    /// <param name="secrets">The passwords that it takes beside it.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Completes when the provider has accepted the change.</returns>
    Task UpdateAsync(InvoiceAccount account, AccountSecrets secrets, CancellationToken cancellationToken = default);
}

/// <summary>Ends logins.</summary>
public interface ILogout : ICapability
{
    /// <summary>Makes the key of the session's user invalid, for every device and program that uses it.</summary>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Completes when the provider has accepted the change.</returns>
    Task LogOutEverywhereAsync(CancellationToken cancellationToken = default);
}

/// <summary>Asks the provider itself which fields it has.</summary>
public interface IFieldReader : ICapability
{
    /// <summary>Asks which fields an operation takes. It changes nothing; what is learned is used by the session from then on.</summary>
    /// <param name="owner">The kind of records that the fields belong to.</param>
    /// <param name="operation">The operation that they are sent for.</param>
    /// <param name="id">Identifier of an object to ask about, where the operation needs one; else any is taken.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="InvoicingException">There is no such operation (<see cref="ErrorKind.InvalidInput"/>), or no object to ask about.</exception>
    Task<IReadOnlyList<InvoiceField>> GetFieldsAsync(
        FieldOwner owner, FieldOperation operation, string? id = null, CancellationToken cancellationToken = default);
}

/// <summary>Makes accounts.</summary>
public interface IAccountCreator : ICapability
{
    /// <summary>Makes an account.</summary>
    /// <param name="account">The wanted account.</param>
    /// <param name="secrets">Password and consent.</param>
    /// <param name="forExistingUser">True if the user is there already, and the password proves it.</param>
    /// <param name="cancellationToken">Stops the request; whether it was done is unknown then.</param>
    /// <returns>The account with its key.</returns>
    Task<InvoiceAccount> CreateAsync(InvoiceAccount account, AccountSecrets secrets, bool forExistingUser, CancellationToken cancellationToken = default);
}

/// <summary>Sets up how documents get to the tax authority.</summary>
public interface ITaxAuthorityConnector : ICapability
{
    /// <summary>Sets up how documents get to the tax authority.</summary>
    /// <param name="secrets">User and password at the authority.</param>
    /// <param name="communication">The way.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Completes when the provider has accepted the change.</returns>
    Task ConnectAsync(AccountSecrets secrets, TaxAuthorityCommunication communication, CancellationToken cancellationToken = default);
}

/// <summary>Keeps the balances of clients.</summary>
public interface IBalanceKeeper : ICapability
{
    /// <summary>Gets what a client owes.</summary>
    /// <param name="clientId">The provider's identifier of the client.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The balance.</returns>
    Task<ClientBalance> GetAsync(string clientId, CancellationToken cancellationToken = default);

    /// <summary>Sets what a client owed at the beginning.</summary>
    /// <param name="clientId">The provider's identifier of the client.</param>
    /// <param name="amount">The amount that was owed.</param>
    /// <param name="date">Day of the beginning.</param>
    /// <param name="notes">Free text.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The balance after it.</returns>
    Task<ClientBalance> SetInitialAsync(string clientId, decimal amount, DateTime date, string? notes, CancellationToken cancellationToken = default);
}

/// <summary>Corrects the balances of clients.</summary>
public interface IAdjustmentKeeper : ICreator<ClientAdjustment>, IRemover<ClientAdjustment>
{
    /// <summary>Lists the corrections of a client's balance.</summary>
    /// <param name="clientId">The provider's identifier of the client.</param>
    /// <param name="query">The size of a page.</param>
    /// <returns>A listing that sends nothing before it is read.</returns>
    Listing<ClientAdjustment> List(string clientId, ListQuery query);
}

/// <summary>Keeps series of numbers.</summary>
public interface ISequenceKeeper : ICapability
{
    /// <summary>Registers a series with the tax authority, which gives each of its counters a code.</summary>
    /// <param name="sequence">The series; its identifier counts.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The series with its codes.</returns>
    Task<Sequence> RegisterAsync(Sequence sequence, CancellationToken cancellationToken = default);

    /// <summary>Makes a series the one that documents get without asking.</summary>
    /// <param name="sequence">The series; its identifier counts.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Completes when the provider has accepted the change.</returns>
    Task SetDefaultAsync(Sequence sequence, CancellationToken cancellationToken = default);
}

/// <summary>Prints the QR codes of documents.</summary>
public interface IQrCodeExporter : ICapability
{
    /// <summary>Asks for the QR code of a document as a picture.</summary>
    /// <param name="invoice">The document.</param>
    /// <returns>An operation that has sent nothing yet.</returns>
    ProviderOperation StartQrCode(Invoice invoice);
}
