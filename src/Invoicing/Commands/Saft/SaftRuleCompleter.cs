using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Invoicing.Saft;

namespace Invoicing.Commands;

/// <summary>Offers the ids of the rules.</summary>
public sealed class SaftRuleCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Of(SaftRules.All.Select(rule => rule.Id), wordToComplete);
}
