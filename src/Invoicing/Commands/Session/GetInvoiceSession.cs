using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Shows the sessions of this runspace and how much of their limits is used.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceSession")]
[OutputType(typeof(InvoiceSession))]
public sealed class GetInvoiceSessionCommand : InvoicingCmdlet
{
    /// <summary>Names of sessions; wildcards are understood.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        foreach (string name in Name ?? ["*"])
        {
            // A copy: whoever takes the objects may disconnect them while they come.
            InvoiceSession[] found = [.. SessionRegistry.Current.Match(name)];
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteFailure(new InvoicingException(ErrorKind.NotFound, $"There is no session '{name}'."), name);
            }

            WriteObject(found, enumerateCollection: true);
        }
    }
}
