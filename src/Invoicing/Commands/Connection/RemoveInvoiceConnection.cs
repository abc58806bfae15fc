using System.Collections.Generic;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Removes saved connections. Secrets in a vault, journals and open sessions stay.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceConnection", SupportsShouldProcess = true, DefaultParameterSetName = NameSet)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceConnectionCommand : InvoicingCmdlet
{
    private const string NameSet = "Name";
    private const string ObjectSet = "InputObject";

    /// <summary>Names of connections. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = NameSet, Mandatory = true, Position = 0)]
    [SupportsWildcards]
    [Completes]
    public string[] Name { get; set; } = [];

    /// <summary>A connection, as Get-InvoiceConnection gives it. It is removed where it lies.</summary>
    [Parameter(ParameterSetName = ObjectSet, Mandatory = true, ValueFromPipeline = true)]
    public SavedConnection? InputObject { get; set; }

    /// <summary>Folder of the saved connections. Default: that of the object, or the data folder of the user.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        SavedConnections all = StatePath is { } path ? new SavedConnections(PathOf(path)) : InputObject is { } own ? SavedConnections.Of(own) : new SavedConnections();
        if (InputObject is { } connection)
        {
            Remove(all, [connection.Name]);
            return;
        }

        foreach (string pattern in Name)
        {
            Remove(all, Wildcards.Expand(pattern, () => all.Names));
        }
    }

    private void Remove(SavedConnections all, IEnumerable<string> names) => ForEach(names, name =>
    {
        Target = name;
        all.Require(name);
        if (ShouldProcess($"connection '{name}'", "Remove"))
        {
            all.Remove(name);
        }
    });
}
