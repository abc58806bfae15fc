using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>A row of the table of resources: the names on the wire, the fields, the filters and the rules.</summary>
internal sealed class Resource
{
    public Resource(string category, string model, Shape shape)
    {
        Category = category;
        Model = model;
        Shape = shape;
    }

    /// <summary>Its name in a path.</summary>
    public string Category { get; }

    /// <summary>The key of a record in get, create and update.</summary>
    public string Model { get; }

    /// <summary>The key of a record in a list when it is another than <see cref="Model"/>.</summary>
    public string? ListKey { get; init; }

    public Shape Shape { get; }

    /// <summary>The fields of its rows; null when it has none.</summary>
    public Shape? RowShape { get; init; }

    /// <summary>The key of a row: around each row on write, of the bare rows on read. With an s, the key of all rows on write.</summary>
    public string RowModel { get; init; } = "";

    /// <summary>Whether a row may carry its id on update. [official page] for invoices only</summary>
    public bool RowsKeepIds { get; init; }

    /// <summary>Whether the rows show their projects on read.</summary>
    public bool RowsShowProjects { get; init; }

    /// <summary>Whether projects stand beside the record.</summary>
    public bool HasProjects { get; init; }

    public IReadOnlyList<Filter> Filters { get; init; } = Array.Empty<Filter>();

    public bool IsPaged { get; init; } = true;

    /// <summary>Whether its list takes the names of the fields that it shall show.</summary>
    public bool TakesFields { get; init; }

    /// <summary>What a create must bring. No page says so: all of it [assumption].</summary>
    public IReadOnlyList<string> Required { get; init; } = Array.Empty<string>();

    /// <summary>Fills in what follows from the rest, and refuses what makes no sense.</summary>
    public Action<Draft>? Complete { get; init; }

    /// <summary>Carries a change over to other records.</summary>
    public Action<Draft>? Saved { get; init; }

    /// <summary>Refuses the end of a record, or carries it over to other records.</summary>
    public Action<Company, Record>? Removing { get; init; }

    /// <summary>Writes what stands beside the record in lists and in get.</summary>
    public Action<JsonWriter, Company, Record>? Beside { get; init; }
}
