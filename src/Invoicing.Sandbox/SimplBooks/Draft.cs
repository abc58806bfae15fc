using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>A record before it is stored, with the request's members.</summary>
internal sealed class Draft
{
    public Draft(Company company, Resource resource, JObject root, JObject body, Record record, bool isNew)
    {
        Company = company;
        Resource = resource;
        Root = root;
        Body = body;
        Record = record;
        IsNew = isNew;
    }

    public Company Company { get; }

    public Resource Resource { get; }

    /// <summary>Everything that was sent.</summary>
    public JObject Root { get; }

    /// <summary>Members sent under the model's name.</summary>
    public JObject Body { get; }

    public Record Record { get; }

    public bool IsNew { get; }

    public List<string> Errors { get; } = new();

    /// <summary>Sets a field that is not set.</summary>
    public void Default(string field, object? value) => Record[field] ??= value;
}
