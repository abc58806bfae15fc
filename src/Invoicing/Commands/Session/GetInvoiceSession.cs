using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Shows the sessions of this runspace and the use of their rate limits.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceSession")]
[OutputType(typeof(InvoiceSession))]
public sealed class GetInvoiceSessionCommand : InvoicingCmdlet
{
    /// <summary>Names of sessions. Wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [Completes]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        foreach (string name in Name ?? ["*"])
        {
            // A copy: the pipeline may disconnect sessions while they are written.
            InvoiceSession[] found = [.. SessionRegistry.Current.Match(name)];
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteFailure(new InvoicingException(ErrorKind.NotFound, $"Session '{name}' does not exist."), name);
            }

            WriteObject(found, enumerateCollection: true);
        }
    }
}
