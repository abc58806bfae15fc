using System;

namespace Invoicing;

/// <summary>A key of a record: its kind and its text. A key of one kind is never read as one of another kind.</summary>
public sealed class RecordKey
{
    /// <summary>Creates a key.</summary>
    /// <param name="kind">Kind.</param>
    /// <param name="text">Text; white space around it does not count.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public RecordKey(RecordKeyKind kind, string text)
    {
        Kind = kind;
        Text = text?.Trim() ?? "";
        if (Text.Length == 0)
        {
            throw new ArgumentException("A key needs a text.", nameof(text));
        }
    }

    /// <summary>Kind.</summary>
    public RecordKeyKind Kind { get; }

    /// <summary>Text.</summary>
    public string Text { get; }

    /// <summary>The text as messages show it, such as <c>with the tax number '501964843'</c>.</summary>
    public override string ToString() => Kind == RecordKeyKind.Any ? $"'{Text}'" : $"with the {WordsFor(Kind)} '{Text}'";

    internal static string WordsFor(RecordKeyKind kind) => kind switch
    {
        RecordKeyKind.Id => "id",
        RecordKeyKind.TaxNumber => "tax number",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
