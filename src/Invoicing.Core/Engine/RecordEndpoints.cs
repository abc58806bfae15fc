using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Engine;

/// <summary>The operations that most kinds of records have: a row of a connector's table. Those that the provider lacks are <c>null</c>.</summary>
internal sealed class RecordEndpoints
{
    private readonly string _name;

    /// <param name="name">Name of one record, which the names of its operations end with.</param>
    /// <param name="list">Lists the records.</param>
    /// <param name="get">Gets one.</param>
    /// <param name="create">Makes one.</param>
    /// <param name="update">Changes one.</param>
    /// <param name="delete">Deletes one.</param>
    public RecordEndpoints(string name, Endpoint list, Endpoint get, Endpoint? create = null, Endpoint? update = null, Endpoint? delete = null)
    {
        _name = name;
        (List, Get, Create, Update, Delete) = (list, get, create, update, delete);
    }

    public Endpoint List { get; }

    public Endpoint Get { get; }

    public Endpoint? Create { get; }

    public Endpoint? Update { get; }

    public Endpoint? Delete { get; }

    /// <summary>The operations that there are, by their names.</summary>
    /// <param name="plural">Name of several records.</param>
    public IEnumerable<(string Name, Endpoint Endpoint)> Named(string plural) =>
        new[] { ("List" + plural, List), ("Get" + _name, Get), ("Create" + _name, Create), ("Update" + _name, Update), ("Delete" + _name, Delete) }
            .Where(row => row.Item2 is not null)
            .Select(row => (row.Item1, row.Item2!));
}
