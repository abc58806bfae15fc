using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>A kind of thing that the company has: its names, its fields, what can be done with it, and the few rules of its own.</summary>
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

    /// <summary>What the addresses of its methods start with.</summary>
    public string Service { get; init; }

    public IReadOnlyList<Field> Fields { get; }

    public IReadOnlyList<Filter> Filters { get; init; } = Array.Empty<Filter>();

    public IReadOnlyList<string> Verbs { get; init; } = Crud.Verbs.Keys.ToList();

    /// <summary>What has a folder is moved to the folder of deleted things instead of being removed. [assumption]</summary>
    public bool HasFolder { get; }

    /// <summary>A text that no two of them may share.</summary>
    public string? KeyField { get; init; }

    public bool IsForAdministrators { get; init; }

    /// <summary>Whether its changes are told to web hooks.</summary>
    public bool HasEvents { get; init; } = true;

    /// <summary>Fills in and checks a record before it is kept; the last argument is what it was before, if it was.</summary>
    public Action<Work, Record, Record?> Check { get; init; } = (_, _, _) => { };

    /// <summary>What follows a creation; may add to the answer.</summary>
    public Action<Work, Record, JObject> Created { get; init; } = (_, _, _) => { };

    public Func<Work, Record, bool> IsVisible { get; init; } = (_, _) => true;
}
