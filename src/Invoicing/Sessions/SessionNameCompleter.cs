using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Invoicing.Sandbox;

namespace Invoicing.Commands;

/// <summary>Offers the names of the sessions.</summary>
public sealed class SessionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Of(SessionRegistry.Current.Sessions.Select(session => session.Name), wordToComplete);
}

/// <summary>Offers the names of the providers.</summary>
public sealed class ProviderNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Of(InvoiceProvider.All.Select(provider => provider.Name), wordToComplete);
}

/// <summary>Offers the names of an enumeration's members.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class MemberCompleter<T> : IArgumentCompleter
    where T : struct
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Of(Enum.GetNames(typeof(T)), wordToComplete);
}

/// <summary>Offers the names of cultures.</summary>
public sealed class CultureCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Of(CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => culture.Name), wordToComplete);
}

/// <summary>Offers the kinds of a discount.</summary>
public sealed class DiscountTypeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Of(["percentage", "absolute"], wordToComplete);
}

/// <summary>Offers the kinds of a tax rate.</summary>
public sealed class TaxCodeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Of(["NOR", "INT", "RED", "OUT", "ISE"], wordToComplete);
}

/// <summary>Offers the kinds of misbehaviour of a sandbox.</summary>
public sealed class SandboxFaultCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Of(Enum.GetNames(typeof(SandboxFaultKind)), wordToComplete);
}

/// <summary>Makes completions of names.</summary>
internal static class Completion
{
    public static IEnumerable<CompletionResult> Of(IEnumerable<string> names, string word) => names
        .Where(name => name.StartsWith(word.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
        .Select(name => new CompletionResult(Quote(name), name, CompletionResultType.ParameterValue, name));

    private static string Quote(string name) => name.All(char.IsLetterOrDigit) ? name : $"'{name.Replace("'", "''")}'";
}
