using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using Invoicing.Engine.Fields;

namespace Invoicing.Engine;

/// <summary>The fields of a kind of record at a provider.</summary>
public abstract class JsonTable
{
    private protected JsonTable()
    {
    }

    /// <summary>Names of all fields of the table.</summary>
    internal abstract IEnumerable<string> ShownNames { get; }

    /// <summary>The values of a record that the table does not write, by property.</summary>
    internal abstract IEnumerable<string> Unwritten { get; }
}

/// <summary>
/// The fields of a kind of record at a provider: one row a field, with the property that it fills. A field that no row names is kept among the extra
/// fields of a record, and goes back with an update.
/// </summary>
/// <typeparam name="T">The class of the records.</typeparam>
public sealed class JsonTable<T> : JsonTable
    where T : class, new()
{
    private readonly Dictionary<string, JsonTable> _parts = [];

    internal FieldMap<T> Map { get; } = new(ExtraOf);

    internal override IEnumerable<string> ShownNames => Map.ShownNames.Concat(_parts.Values.SelectMany(part => part.ShownNames));

    internal override IEnumerable<string> Unwritten =>
        Map.Unwritten().Where(property => property.GetCustomAttribute<ReadOnlyAttribute>() is null).Select(property => property.Name);

    /// <summary>The values of the lines that the table does not write.</summary>
    internal IEnumerable<string> UnwrittenInLines => _parts.TryGetValue(nameof(Invoice.Lines), out JsonTable? lines) ? lines.Unwritten : [];

    /// <summary>Adds a text. Numbers and flags are read as their text.</summary>
    /// <param name="property">The property, such as <c>client => client.Name</c>.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="readOnly">True if the provider does not take the field.</param>
    /// <returns>This table.</returns>
    public JsonTable<T> Text(Expression<Func<T, string?>> property, string name, bool readOnly = false) => Add(property, name, FieldTypes.Text, readOnly);

    /// <summary>Adds an identifier: number or text, and text in the record.</summary>
    /// <param name="property">The property.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="readOnly">True if the provider does not take the field.</param>
    /// <returns>This table.</returns>
    public JsonTable<T> Id(Expression<Func<T, string?>> property, string name, bool readOnly = false) => Add(property, name, FieldTypes.Id, readOnly);

    /// <summary>Adds an amount, quantity or rate.</summary>
    /// <param name="property">The property.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="readOnly">True if the provider does not take the field.</param>
    /// <returns>This table.</returns>
    public JsonTable<T> Number(Expression<Func<T, decimal?>> property, string name, bool readOnly = false) => Add(property, name, FieldTypes.Number, readOnly);

    /// <summary>Adds a date.</summary>
    /// <param name="property">The property.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="format">Format of .NET, such as <c>yyyy-MM-dd</c>.</param>
    /// <param name="readOnly">True if the provider does not take the field.</param>
    /// <returns>This table.</returns>
    public JsonTable<T> Date(Expression<Func<T, DateTime?>> property, string name, string format = "yyyy-MM-dd", bool readOnly = false) =>
        Add(property, name, FieldTypes.Date(format), readOnly);

    /// <summary>Adds an enumeration that the provider has words for.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="property">The property.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="words">The provider's words. A word that is not in the list is kept among the extra fields.</param>
    /// <param name="unknown">The value for such a word.</param>
    /// <param name="readOnly">True if the provider does not take the field.</param>
    /// <returns>This table.</returns>
    public JsonTable<T> Words<TEnum>(
        Expression<Func<T, TEnum>> property, string name, IReadOnlyDictionary<string, TEnum> words, TEnum unknown, bool readOnly = false)
        where TEnum : struct, Enum
    {
        var table = new WordTable<TEnum>();
        foreach (KeyValuePair<string, TEnum> word in words)
        {
            table.Add(word.Value, word.Key);
        }

        return Add(property, name, FieldTypes.Words(table, unknown), readOnly);
    }

    /// <summary>Adds an object of its own.</summary>
    /// <typeparam name="TPart">The class of the object.</typeparam>
    /// <param name="property">The property.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="part">The table of the object.</param>
    /// <returns>This table.</returns>
    public JsonTable<T> Nested<TPart>(Expression<Func<T, TPart?>> property, string name, JsonTable<TPart> part)
        where TPart : class, new() => AddPart(property, name, FieldTypes.Object(part.Map), part);

    /// <summary>Adds a list of objects, such as the lines of a document.</summary>
    /// <typeparam name="TPart">The class of the objects.</typeparam>
    /// <param name="property">The property.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="part">The table of the objects.</param>
    /// <returns>This table.</returns>
    public JsonTable<T> List<TPart>(Expression<Func<T, IList<TPart>>> property, string name, JsonTable<TPart> part)
        where TPart : class, new() => AddPart(property, name, FieldTypes.List(part.Map), part);

    private static ExtraFields? ExtraOf(T model, bool make) => model switch
    {
        InvoiceRecord record => make || record.HasExtra ? record.Extra : null,
        InvoiceLine line => make || line.HasExtra ? line.Extra : null,
        _ => null,
    };

    private JsonTable<T> AddPart<TValue>(LambdaExpression property, string name, FieldType<TValue> type, JsonTable part)
    {
        _parts[NameOf(property)] = part;
        return Add(property, name, type, readOnly: false);
    }

    private JsonTable<T> Add<TValue>(LambdaExpression property, string name, FieldType<TValue> type, bool readOnly)
    {
        Map.Add(NameOf(property), name, type, readOnly ? FieldDirection.Read : FieldDirection.Both);
        return this;
    }

    private static string NameOf(LambdaExpression property) => property.Body is MemberExpression { Member: PropertyInfo named }
        ? named.Name
        : throw new ArgumentException($"'{property}' names no property of {typeof(T).Name} of this type.", nameof(property));
}
