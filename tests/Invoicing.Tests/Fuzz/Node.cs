using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing.Tests.Fuzz;

/// <summary>A value of an answer, read by another parser than the connector's, so that it shares no mistake with what is tested.</summary>
/// <param name="Name">Its name, with underscores.</param>
/// <param name="Text">The text of what holds nothing, <c>null</c> for none.</param>
internal sealed record Node(string Name, string? Text)
{
    /// <summary>Whether it is a number or a text, or is not there.</summary>
    public bool IsScalar { get; init; } = true;

    public bool IsList { get; init; }

    public IReadOnlyList<Node> Children { get; init; } = [];

    /// <summary>What a place in brackets counts: the items of a list, or whatever in an object holds something.</summary>
    public IReadOnlyList<Node> Items { get; init; } = [];

    /// <summary>
    /// Goes to a place: <c>.name</c>, <c>[0]</c>, <c>{name}</c>, which is also the first that holds something, or <c>(0)</c>, which is also one
    /// row without a list.
    /// </summary>
    public Node? Find(string place)
    {
        Node? node = this;
        foreach (Match step in Regex.Matches(place, @"\[(\d+)\]|\{(\w+)\}|\.(\w+)|\((\d+)\)"))
        {
            string name = step.Groups[2].Value + step.Groups[3].Value;
            string index = step.Groups[1].Value + step.Groups[4].Value;
            node = step.Groups[4].Success && !node.IsList ? (index == "0" ? node : null)
                : index.Length > 0 ? node.Items.ElementAtOrDefault(int.Parse(index, CultureInfo.InvariantCulture))
                : node.Children.LastOrDefault(child => string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase))
                    ?? (step.Groups[2].Success ? node.Items.FirstOrDefault() : null);
            if (node is null)
            {
                return null;
            }
        }

        return node;
    }

    public override string ToString() => IsScalar ? $"'{Text}'" : "what holds something";

    /// <summary>The amount, or none.</summary>
    /// <returns>Whether it is one or the other.</returns>
    public bool TryGetAmount(out decimal? amount)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

        // Commas between thousands were seen (docs/facts/invoicexpress.md#values); only a point behind them tells that they are none of decimals.
        string? text = Text is { } given && Regex.IsMatch(given, @"^-?\d{1,3}(,\d{3})+\.\d+$") ? given.Replace(",", "") : Text;
        bool isNumber = decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out decimal number);
        amount = IsScalar && isNumber ? number : null;
        return IsScalar && (isNumber || string.IsNullOrEmpty(Text));
    }
}
