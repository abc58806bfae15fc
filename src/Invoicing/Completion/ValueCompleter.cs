using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Invoicing.Commands;

/// <summary>
/// Offers values for a parameter, from <see cref="CompletionTable"/>. For free text it offers nothing, where PowerShell would offer file names.
/// </summary>
public sealed class ValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var request = new CompletionRequest(commandName, parameterName, wordToComplete, fakeBoundParameters);
            return
            [
                .. CompletionTable.For(request)
                    .Where(candidate => candidate.Value.Length > 0 && candidate.IsBegunBy(request.Word))
                    .GroupBy(candidate => candidate.Value)
                    .Select(same => same.First().ToResult()),
            ];
        }
        catch (Exception fault) when (fault is InvoicingException or AggregateException or OperationCanceledException or ObjectDisposedException)
        {
            // Nobody asked for an error: without an answer, nothing is offered.
            return [];
        }
    }
}
