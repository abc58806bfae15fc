using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates a client from parameters, from a CSV row with these column names, or from a client of another session.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceClient", SupportsShouldProcess = true)]
[OutputType(typeof(Client))]
public sealed class NewInvoiceClientCommand : ClientParameters<ICreator<Client>>
{
    /// <summary>Name of the company or person.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientName")]
    [Needed]
    [TextTransformation]
    [Completes]
    public Input<string>? Name { get; set; }

    /// <summary>The row or client from the pipeline. Errors carry it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);
}
