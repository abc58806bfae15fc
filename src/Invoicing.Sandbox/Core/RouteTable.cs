using System;
using System.Collections.Generic;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.Core;

/// <summary>
/// Finds the operation of a verb and a path. Templates look like <c>/clients/{id}/invoices</c>; fixed segments win over open ones.
/// </summary>
/// <typeparam name="T">The provider's data of an operation.</typeparam>
internal sealed class RouteTable<T>
    where T : class
{
    private readonly Node _root = new();

    public void Add(string verb, string template, T value)
    {
        var node = _root;
        foreach (var segment in Split(template))
        {
            if (segment.StartsWith("{", StringComparison.Ordinal))
            {
                node = node.Open ??= new Node();
            }
            else
            {
                if (!node.Fixed.TryGetValue(segment, out var next))
                {
                    node.Fixed[segment] = next = new Node();
                }

                node = next;
            }
        }

        node.ByVerb.Add(verb, value);
    }

    /// <summary>The operation of a path, or null.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="path">The path as it was sent, without any suffix.</param>
    /// <param name="arguments">The open segments, decoded and in order.</param>
    public T? Find(string verb, string path, out List<string> arguments)
    {
        arguments = new List<string>();
        var node = _root;
        foreach (var raw in Split(path))
        {
            var segment = HttpQuery.Decode(raw, plusIsSpace: false);
            if (node.Fixed.TryGetValue(segment, out var next))
            {
                node = next;
            }
            else if (node.Open != null && segment.Length > 0)
            {
                arguments.Add(segment);
                node = node.Open;
            }
            else
            {
                return null;
            }
        }

        return node.ByVerb.TryGetValue(verb, out var value) ? value : null;
    }

    private static string[] Split(string path) => path.TrimStart('/').Split('/');

    private sealed class Node
    {
        public Dictionary<string, Node> Fixed { get; } = new(StringComparer.Ordinal);

        public Node? Open { get; set; }

        public Dictionary<string, T> ByVerb { get; } = new(StringComparer.Ordinal);
    }
}
