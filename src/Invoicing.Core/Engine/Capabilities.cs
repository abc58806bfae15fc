using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

// What a provider can do is said by which of these interfaces its resources implement, and by nothing else: Get-InvoiceProvider shows
// them, and a cmdlet that needs one names the providers that have it.

/// <summary>A mark for everything that a resource of a provider can do.</summary>
public interface ICapability
{
}

/// <summary>Lists objects and gets single ones.</summary>
/// <typeparam name="T">What is read.</typeparam>
public interface IReader<T> : ICapability
{
    /// <summary>Lists objects, page by page.</summary>
    /// <param name="query">The filter and the size of a page.</param>
    /// <returns>A listing that sends nothing before it is read.</returns>
    Listing<T> List(ListQuery query);

    /// <summary>Gets one object.</summary>
    /// <param name="id">The provider's identifier.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ProviderException">There is none (<see cref="ErrorKind.NotFound"/>), or the request failed.</exception>
    Task<T> GetAsync(string id, CancellationToken cancellationToken = default);
}

/// <summary>Finds one object by what a person knows of it, in one request.</summary>
/// <typeparam name="T">What is found.</typeparam>
public interface IFinder<T> : ICapability
    where T : class
{
    /// <summary>Finds the object with exactly this code.</summary>
    /// <param name="code">The caller's own code.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The object, or <c>null</c>.</returns>
    Task<T?> FindByCodeAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>Finds the object with exactly this name.</summary>
    /// <param name="name">The whole name.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The object, or <c>null</c>.</returns>
    Task<T?> FindByNameAsync(string name, CancellationToken cancellationToken = default);
}

/// <summary>Creates objects.</summary>
/// <typeparam name="T">What is created.</typeparam>
public interface ICreator<T> : ICapability
    where T : class
{
    /// <summary>Prepares the creation of an object: copies it, fills it in and checks it. Nothing is stored yet.</summary>
    /// <param name="item">The object as it shall be; its identifier is ignored. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests, such as those for taxes.</param>
    /// <returns>The change, ready to be sent.</returns>
    /// <exception cref="InvoicingException">The object is not fit to be sent (<see cref="ErrorKind.InvalidInput"/>).</exception>
    Task<PreparedChange<T>> PrepareAsync(T item, CancellationToken cancellationToken = default);
}

/// <summary>Changes objects.</summary>
/// <typeparam name="T">What is changed.</typeparam>
public interface IUpdater<T> : ICapability
    where T : class
{
    /// <summary>Prepares the storing of a whole object in place of the one with its identifier. Nothing is stored yet.</summary>
    /// <param name="item">The whole object: get it first, so that nothing is lost. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests, such as those for taxes.</param>
    /// <returns>The change, ready to be sent. It returns the object as it was sent.</returns>
    /// <exception cref="InvoicingException">The object is not fit to be sent (<see cref="ErrorKind.InvalidInput"/>).</exception>
    Task<PreparedChange<T>> PrepareUpdateAsync(T item, CancellationToken cancellationToken = default);
}

/// <summary>Deletes objects.</summary>
/// <typeparam name="T">What is deleted.</typeparam>
public interface IRemover<T> : ICapability
{
    /// <summary>Deletes an object.</summary>
    /// <param name="item">The object; its identifier counts.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Done when the provider deleted it.</returns>
    Task RemoveAsync(T item, CancellationToken cancellationToken = default);
}

/// <summary>Proves that a session works.</summary>
public interface IConnectionTester : ICapability
{
    /// <summary>Makes one cheap request that needs the key.</summary>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Done when the provider answered.</returns>
    Task TestAsync(CancellationToken cancellationToken = default);
}
