using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>Changes a client. Fields that are not given stay as they are.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceClient", SupportsShouldProcess = true)]
[OutputType(typeof(Client))]
public sealed class SetInvoiceClientCommand : ClientParameters<IUpdater<Client>>
{
    /// <summary>The client: its object, id, code or name, or a row with one of these.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "InputObject")]
    [ClientTransformation(Many = true)]
    public Input<ClientIdentity>? Client { get; set; }

    /// <summary>New name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Name { get; set; }

    /// <summary>Writes the changed client. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(Client, identity =>
    {
        Target = identity.Source;
        var resolver = new ClientResolver(Use<IReader<Client>>(identity.Client), Use<IFinder<Client>>(identity.Client));
        Change(Found(Await(resolver.FindAsync(identity, Cancel)), "client", identity.ToString()), PassThru);
    });
}
