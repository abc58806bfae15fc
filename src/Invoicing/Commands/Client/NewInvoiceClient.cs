using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Makes a client. A row of a CSV file with these column names is one, and so is a client of another session.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceClient", SupportsShouldProcess = true)]
[OutputType(typeof(Client))]
public sealed class NewInvoiceClientCommand : ClientParameters<ICreator<Client>>
{
    /// <summary>Name of the company or person.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientName")]
    public string? Name { get; set; }

    /// <summary>The row or the client that the values come from; an error carries it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);
}
