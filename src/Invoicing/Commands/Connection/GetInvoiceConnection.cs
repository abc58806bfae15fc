using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Shows saved connections. No secret is read. A file that is not one of this version is an error, and the others are shown.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceConnection")]
[OutputType(typeof(SavedConnection))]
public sealed class GetInvoiceConnectionCommand : InvoicingCmdlet
{
    /// <summary>Names of connections. Wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [Completes]
    public string[]? Name { get; set; }

    /// <summary>Folder of the saved connections. Default: the data folder of the user.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        var all = new SavedConnections(StatePath is { } path ? PathOf(path) : null);
        foreach (string pattern in Name ?? ["*"])
        {
            ForEach(Wildcards.Expand(pattern, () => all.Names), name =>
            {
                Target = name;
                WriteObject(all.Get(name));
            });
        }
    }
}
