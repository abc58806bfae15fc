using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Engine.Fields;

/// <summary>The form of one kind of value on the wire.</summary>
/// <typeparam name="TValue">The value in the model.</typeparam>
internal abstract class FieldType<TValue>
{
    /// <summary>Reads the value that the reader stands on, tolerant of every form that the provider was seen to use.</summary>
    public abstract TValue Read(JsonReader reader);

    /// <summary>True if a value that is a text, a whole number or null can be read by <see cref="ReadText"/>.</summary>
    public virtual bool ReadsText => false;

    /// <summary>Reads a simple value: a text, the digits of a whole number, or <c>null</c>.</summary>
    public virtual TValue ReadText(string? text) => throw new NotSupportedException();

    /// <summary>The value that stands for a word that no table has.</summary>
    public virtual TValue Unknown => default!;

    /// <summary>The value as it is sent; <c>null</c> if it is left out.</summary>
    public abstract JToken? Write(TValue value);

    /// <summary>The same kind of value with other names in it, where it has names.</summary>
    public virtual FieldType<TValue> Renamed(IReadOnlyDictionary<string, string> names) => this;
}

/// <summary>A word that the table of a field does not have: a value of a newer or an older version of the provider.</summary>
internal sealed class UnknownWordException : FormatException
{
    public UnknownWordException(string word)
        : base($"'{word}' is not a known word.")
    {
    }
}
