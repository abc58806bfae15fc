using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>
/// Names that replace the default ones, as <c>cif=nif, line.amount=quantity</c>: with a resource in front they hold for that one
/// alone, without for all. What an invoice copies of a client or an account is renamed along.
/// </summary>
internal sealed class FieldNames
{
    private static readonly Regex Form = new("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, string> _map = new(StringComparer.Ordinal);

    public FieldNames(string text)
    {
        foreach (var pair in text.Split(new[] { ',', ';' }, StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = pair.Split('=').Select(side => side.Trim()).ToArray();
            if (sides.Length != 2 || !IsKnown(sides[0]) || !Form.IsMatch(sides[1]))
            {
                throw new ArgumentException(
                    $"'{pair.Trim()}' renames no field. The form is 'name=other' or 'resource.name=other'.", nameof(Shapes.Names));
            }

            _map[sides[0]] = sides[1];
        }
    }

    /// <summary>The name of a field on the wire.</summary>
    public string Of(Resource resource, string name)
    {
        if (_map.TryGetValue(resource.Name + "." + name, out var own) || _map.TryGetValue(name, out own))
        {
            return own;
        }

        return resource == Resource.Invoice
            ? OfCopy(name, Resource.AccountPart, Resource.Account) ?? OfCopy(name, Resource.ClientPart, Resource.Client) ?? name
            : name;
    }

    private string? OfCopy(string name, string part, Resource from)
    {
        var tail = name.StartsWith(part, StringComparison.Ordinal) ? name.Substring(part.Length) : "";
        return Resource.Copied.Contains(tail) ? part + Of(from, tail) : null;
    }

    private static bool IsKnown(string name)
    {
        var dot = name.IndexOf('.');
        return Resource.All.Any(resource =>
            (dot < 0 || resource.Name == name.Substring(0, dot)) && resource.Fields.Any(field => field.Name == name.Substring(dot + 1)));
    }
}
