using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>The parameters that an operation accepts, as a tree of names; others are refused. [official]</summary>
internal sealed class Allowed
{
    private readonly Shapes _shapes;
    private readonly JObject _tree = new();

    public Allowed(Operation operation, Wire wire, Shapes shapes)
    {
        _shapes = shapes;
        var fields = operation.Body is null ? new JObject() : Tree(operation.Body, wire);
        foreach (var name in operation.Parameters)
        {
            _tree[name] = null;
        }

        if (operation.Body != null && shapes.Bodies == BodyShape.Nested)
        {
            _tree[operation.Body.Name] = fields;
        }
        else
        {
            _tree.Merge(fields, new JsonMergeSettings { MergeNullValueHandling = MergeNullValueHandling.Merge });
        }

        // Sorted by name, so that the answer does not depend on the order of definition.
        _tree = new JObject(_tree.Properties().OrderBy(property => property.Name, StringComparer.Ordinal));
    }

    /// <summary>The names that came in and are not allowed, in the form in which they are told.</summary>
    public List<string> Unknown(JObject parameters)
    {
        var unknown = new List<string>();
        Compare(parameters, _tree, "", unknown);
        return unknown;
    }

    /// <summary>The answer to unknown parameters. Its form is not documented.</summary>
    public Content Write(IReadOnlyList<string> unknown)
    {
        var list = _shapes.AllowedNames switch
        {
            AllowedNameShape.Tree when _shapes.Allowed != AllowedShape.Message => _tree.DeepClone(),
            AllowedNameShape.Resource => new JArray(_tree.Properties().Select(property => property.Name)),
            _ => new JArray(Flatten(_tree, "")),
        };
        var told = string.Join(", ", unknown);
        return _shapes.Allowed switch
        {
            AllowedShape.Plain => new Content("errors", list, isWrapped: false),
            AllowedShape.Message => new Content(
                "error", $"{told} is not expected here. Use only these: {string.Join(", ", list)}", isWrapped: true),
            _ => new Content("errors", new JObject
            {
                ["params"] = new JArray(unknown.Select(name => name + " is not expected here")),
                ["allowed_params"] = list,
            }, isWrapped: true),
        };
    }

    private static JObject Tree(Resource resource, Wire wire)
    {
        var tree = new JObject();
        foreach (var field in wire.Fields(resource).Where(field => field.Use != FieldUse.Refused))
        {
            tree[wire.SentName(resource, field)] = field.Type == FieldType.Lines ? Tree(Resource.Line, wire) : null;
        }

        return tree;
    }

    private void Compare(JObject came, JObject allowed, string path, List<string> unknown)
    {
        foreach (var property in came.Properties())
        {
            var name = Join(path, property.Name);
            if (!allowed.TryGetValue(property.Name, out var below))
            {
                unknown.Add(name);
            }
            else if (below is JObject branch)
            {
                foreach (var row in Rows(property.Value))
                {
                    Compare(row, branch, name, unknown);
                }
            }
        }
    }

    /// <summary>The objects in a value: itself, those of a list, or those of a numbered list.</summary>
    private static IEnumerable<JObject> Rows(JToken value) => value switch
    {
        JArray list => list.OfType<JObject>(),
        JObject numbered when numbered.HasValues && numbered.Properties().All(row => row.Name.All(char.IsDigit)) =>
            numbered.PropertyValues().OfType<JObject>(),
        JObject single => new[] { single },
        _ => Enumerable.Empty<JObject>(),
    };

    private IEnumerable<string> Flatten(JObject tree, string path) => tree.Properties().SelectMany(property =>
    {
        var name = Join(path, property.Name);
        return property.Value is JObject branch ? Flatten(branch, name) : new[] { name };
    });

    private string Join(string path, string name)
    {
        if (path.Length == 0)
        {
            return name;
        }

        return _shapes.AllowedNames == AllowedNameShape.Dots ? $"{path}.{name}" : $"{path}[{name}]";
    }
}
