using System;
using System.Collections.Generic;

namespace Invoicing.Saft.Schema;

/// <summary>The elements that fill the properties of a class of the model.</summary>
internal abstract class ModelMap(Type type, ModelMap? inherited)
{
    private readonly Dictionary<string, ValueBinding> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChildBinding> _children = new(StringComparer.Ordinal);

    public Type Type { get; } = type;

    /// <summary>
    /// The binding of an element. "Wrapper/Name" goes before "Name": SourceID stands in a document and in its DocumentStatus.
    /// </summary>
    public ValueBinding? Value(string wrapper, string name)
        => _values.TryGetValue($"{wrapper}/{name}", out var value) || _values.TryGetValue(name, out value)
            ? value
            : inherited?.Value(wrapper, name);

    public ChildBinding? Child(string name) => _children.TryGetValue(name, out var child) ? child : inherited?.Child(name);

    protected void AddValue(string names, ValueBinding binding)
    {
        foreach (var name in names.Split(' '))
        {
            _values.Add(name, binding);
        }
    }

    protected void AddChild(string names, ChildBinding binding)
    {
        foreach (var name in names.Split(' '))
        {
            _children.Add(name, binding);
        }
    }
}

/// <summary>The map of a class; several element names for one property are written with a space between them.</summary>
internal sealed class ModelMap<T>(ModelMap? inherited = null) : ModelMap(typeof(T), inherited)
{
    public ModelMap<T> Text(string names, Action<T, string> set) => With(names, new TextBinding<T>(set));

    public ModelMap<T> Number(string names, Action<T, decimal> set)
        => With(names, new TypedBinding<T, decimal>(SaftValues.TryDecimal, set));

    public ModelMap<T> Integer(string names, Action<T, long> set) => With(names, new TypedBinding<T, long>(SaftValues.TryInteger, set));

    public ModelMap<T> Small(string names, Action<T, int> set) => With(names, new TypedBinding<T, int>(SaftValues.TrySmall, set));

    public ModelMap<T> Date(string names, Action<T, DateTime> set) => With(names, new TypedBinding<T, DateTime>(SaftValues.TryDate, set));

    public ModelMap<T> Time(string names, Action<T, DateTime> set)
        => With(names, new TypedBinding<T, DateTime>(SaftValues.TryDateTime, set));

    public ModelMap<T> Flag(string names, Action<T, bool> set) => With(names, new TypedBinding<T, bool>(SaftValues.TryFlag, set));

    public ModelMap<T> Child<TChild>(string names, Func<T, TChild> open)
        where TChild : class => Child(names, SaftSection.None, open);

    public ModelMap<T> Child<TChild>(string names, SaftSection section, Func<T, TChild> open)
        where TChild : class
    {
        AddChild(names, new ChildBinding<T, TChild>(section, open));
        return this;
    }

    private ModelMap<T> With(string names, ValueBinding binding)
    {
        AddValue(names, binding);
        return this;
    }
}
