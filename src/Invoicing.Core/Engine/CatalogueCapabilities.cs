using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>Knows how much of what there is.</summary>
public interface IStockReader : ICapability
{
    /// <summary>Gets the stock of an article.</summary>
    /// <param name="itemId">The provider's identifier of the article.</param>
    /// <param name="warehouseId">Only in this warehouse; in all if <c>null</c>.</param>
    /// <param name="date">On this day; now if <c>null</c>.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>One row a warehouse.</returns>
    Task<IReadOnlyList<ItemStock>> GetForItemAsync(
        string itemId, string? warehouseId, DateTime? date, CancellationToken cancellationToken = default);

    /// <summary>Gets the stock of a warehouse.</summary>
    /// <param name="warehouseId">The provider's identifier of the warehouse.</param>
    /// <param name="date">On this day; now if <c>null</c>.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>One row an article.</returns>
    Task<IReadOnlyList<ItemStock>> GetForWarehouseAsync(string warehouseId, DateTime? date, CancellationToken cancellationToken = default);
}

/// <summary>Gives what belongs to a client.</summary>
public interface IClientRelationReader : ICapability
{
    /// <summary>Gets what belongs to a client.</summary>
    /// <param name="clientId">The provider's identifier of the client.</param>
    /// <param name="relation">The kind of related records.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Documents, payments or purchases; contacts as fields, since no provider describes them.</returns>
    Task<IReadOnlyList<object>> GetRelatedAsync(string clientId, ClientRelation relation, CancellationToken cancellationToken = default);
}

/// <summary>
/// Said by a creator of documents whose lines name articles of the catalogue by identifier: whoever makes a document looks them up first.
/// </summary>
public interface IItemLinker
{
}

/// <summary>
/// Said by a finder of clients that keeps no codes of the caller's own: what it finds by code is the registration number.
/// </summary>
public interface IRegistrationFinder
{
}
