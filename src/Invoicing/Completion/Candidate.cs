using System;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>A value that is offered for a parameter.</summary>
internal sealed class Candidate
{
    private readonly string?[] _keys;

    /// <param name="value">The value.</param>
    /// <param name="tip">The meaning in words.</param>
    /// <param name="keys">Other texts that a person may begin to type for it.</param>
    public Candidate(string value, string? tip = null, params string?[] keys)
    {
        Value = value;
        Tip = string.IsNullOrWhiteSpace(tip) ? value : tip!;
        _keys = keys;
    }

    public string Value { get; }

    public string Tip { get; }

    /// <summary>True if the value is a piece of script already, such as a hashtable.</summary>
    public bool IsScript { get; init; }

    public bool IsBegunBy(string word) => Begins(Value, word) || _keys.Any(key => key is not null && Begins(key, word));

    public CompletionResult ToResult() => new(IsScript ? Value : Quote(Value), Value, CompletionResultType.ParameterValue, Tip);

    private static bool Begins(string text, string word) => text.StartsWith(word, StringComparison.CurrentCultureIgnoreCase);

    /// <summary>A text that begins with a digit would be read as a number, and lose its zeros.</summary>
    private static string Quote(string text) =>
        text.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_') && char.IsLetter(text[0]) ? text : $"'{text.Replace("'", "''")}'";
}
