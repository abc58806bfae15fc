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

    /// <summary>True if a row may carry its id in an update. [official] for invoices only</summary>
    public bool RowsKeepIds { get; init; }

    /// <summary>True if rows show their projects in answers.</summary>
    public bool RowsShowProjects { get; init; }

    /// <summary>True if projects stand beside the record.</summary>
    public bool HasProjects { get; init; }

    public IReadOnlyList<Filter> Filters { get; init; } = Array.Empty<Filter>();

    public bool IsPaged { get; init; } = true;

    /// <summary>True if the list accepts <c>fields</c>.</summary>
    public bool TakesFields { get; init; }

    /// <summary>Fields that a create requires. Not documented [assumption].</summary>
    public IReadOnlyList<string> Required { get; init; } = Array.Empty<string>();

    /// <summary>Completes a record, and refuses contradictory values.</summary>
    public Action<Draft>? Complete { get; init; }

    /// <summary>Applies a change to other records.</summary>
    public Action<Draft>? Saved { get; init; }

    /// <summary>Refuses the deletion of a record, or applies it to other records.</summary>
    public Action<Company, Record>? Removing { get; init; }

    /// <summary>Writes the members beside the record in lists and in get.</summary>
    public Action<JsonWriter, Company, Record>? Beside { get; init; }
}
