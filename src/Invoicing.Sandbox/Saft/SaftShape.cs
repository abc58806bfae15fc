using System;
using System.Collections.Generic;
using System.Xml;

namespace Invoicing.Sandbox.Saft;

// Content of an element as a table: child elements in the order of the schema, with their lengths. Writing is
// one walk over the table, so nothing but the table can put an element in the wrong place.
internal sealed class SaftShape<T>
{
    private readonly List<Action<XmlWriter, T>> _steps = new();

    public void Write(XmlWriter xml, T item)
    {
        foreach (var step in _steps)
        {
            step(xml, item);
        }
    }

    /// <summary>A required text. An element must not be empty [official], so a placeholder replaces an unknown value.</summary>
    public SaftShape<T> Text(string name, int max, Func<T, string?> get, int min = 1, string unknown = SaftText.Unknown) =>
        Value(name, item =>
        {
            var text = SaftText.Clean(get(item), max);
            return (text.Length == 0 ? unknown : text).PadRight(min, '.');
        });

    public SaftShape<T> Optional(string name, int max, Func<T, string?> get, int min = 1) =>
        Value(name, item =>
        {
            var text = SaftText.Clean(get(item), max);
            return text.Length == 0 ? null : text.PadRight(min, '.');
        });

    public SaftShape<T> Date(string name, Func<T, DateTime?> get) => Value(name, get, SaftText.Date);

    public SaftShape<T> Time(string name, Func<T, DateTime?> get) => Value(name, get, SaftText.Time);

    public SaftShape<T> Money(string name, Func<T, decimal?> get) => Number(name, get, SaftText.Money);

    public SaftShape<T> Amount(string name, Func<T, decimal?> get) => Number(name, get, SaftText.Amount);

    public SaftShape<T> Quantity(string name, Func<T, decimal?> get) => Number(name, get, SaftText.Quantity);

    public SaftShape<T> Integer(string name, Func<T, int?> get) => Number(name, item => get(item), SaftText.Quantity);

    public SaftShape<T> Flag(string name, Func<T, bool> get) => Value(name, item => get(item) ? "1" : "0");

    public SaftShape<T> Include<TPart>(SaftShape<TPart> shape, Func<T, TPart> get) => Add((xml, item) => shape.Write(xml, get(item)));

    public SaftShape<T> Group<TPart>(string name, SaftShape<TPart> shape, Func<T, TPart?> get)
        where TPart : class =>
        Each(name, shape, item => get(item) is { } part ? new[] { part } : Array.Empty<TPart>());

    public SaftShape<T> Each<TPart>(string name, SaftShape<TPart> shape, Func<T, IEnumerable<TPart>> get) =>
        Add((xml, item) =>
        {
            foreach (var part in get(item))
            {
                xml.WriteStartElement(name, SaftWriter.Namespace);
                shape.Write(xml, part);
                xml.WriteEndElement();
            }
        });

    private SaftShape<T> Number(string name, Func<T, decimal?> get, Func<decimal, string> format) =>
        Value(name, get, number => number >= 0
            ? format(number)
            : throw new InvalidOperationException($"{name} is {SaftText.Amount(number)}, but no number in the file may be negative."));

    private SaftShape<T> Value<TValue>(string name, Func<T, TValue?> get, Func<TValue, string> format)
        where TValue : struct =>
        Value(name, item => get(item) is { } value ? format(value) : null);

    private SaftShape<T> Value(string name, Func<T, string?> get) =>
        Add((xml, item) =>
        {
            if (get(item) is { } text)
            {
                xml.WriteElementString(name, SaftWriter.Namespace, text);
            }
        });

    private SaftShape<T> Add(Action<XmlWriter, T> step)
    {
        _steps.Add(step);
        return this;
    }
}
