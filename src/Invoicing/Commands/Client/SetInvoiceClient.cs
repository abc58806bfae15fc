using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes a client. Fields that are not given stay as they are.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceClient", SupportsShouldProcess = true)]
[OutputType(typeof(Client))]
public sealed class SetInvoiceClientCommand : ClientParameters<IUpdater<Client>>
{
    /// <summary>The client: its object, a row, or text that is looked for as code, tax number and name, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ClientTransformation(Many = true)]
    [Completes]
    public Input<ClientIdentity>? Client { get; set; }

    /// <summary>The provider's identifier of the client. Code, tax number and name are new values.</summary>
    [Parameter]
    [ClientTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<ClientIdentity>? Id { get; set; }

    /// <summary>New name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Name { get; set; }

    /// <summary>Writes the changed client. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(OneWay("client", Client, Id), identity =>
    {
        Target = identity.Source;
        Change(FindWholeClient(identity), PassThru);
    });
}
