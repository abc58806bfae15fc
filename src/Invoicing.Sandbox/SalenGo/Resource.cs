using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>A kind of record: names, fields, methods, and rules of its own.</summary>
internal sealed class Resource
{
    public Resource(string name, string plural, IReadOnlyList<Field> fields)
    {
        Name = name;
        Plural = plural;
        Service = name + ".svc";
        Fields = fields;
        HasFolder = fields.Any(field => field.Name == Names.Folder);
    }

    public string Name { get; }

    public string Plural { get; }

    public string IdName => Name + "_id";

    /// <summary>Prefix of the addresses of its methods.</summary>
    public string Service { get; init; }

    public IReadOnlyList<Field> Fields { get; }

    public IReadOnlyList<Filter> Filters { get; init; } = Array.Empty<Filter>();

    public IReadOnlyList<string> Verbs { get; init; } = Crud.Verbs.Keys.ToList();

    /// <summary>True if a deletion moves the record to the folder of deleted records. [assumption]</summary>
    public bool HasFolder { get; }

    /// <summary>Name of a field whose text must be unique.</summary>
    public string? KeyField { get; init; }

    public bool IsForAdministrators { get; init; }

    /// <summary>True if changes are sent to webhooks.</summary>
    public bool HasEvents { get; init; } = true;

    /// <summary>Completes and checks a record before it is stored; the last argument is its earlier state, if any.</summary>
    public Action<Work, Record, Record?> Check { get; init; } = (_, _, _) => { };

    /// <summary>Runs after a creation; may add to the answer.</summary>
    public Action<Work, Record, JObject> Created { get; init; } = (_, _, _) => { };

    public Func<Work, Record, bool> IsVisible { get; init; } = (_, _) => true;
}
