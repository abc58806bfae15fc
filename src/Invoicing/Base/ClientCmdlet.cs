using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>A cmdlet that does something for clients that are there already.</summary>
/// <typeparam name="TCapability">The kind of work that it needs.</typeparam>
public abstract class ClientCmdlet<TCapability> : RowCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private protected ClientCmdlet()
    {
    }

    /// <summary>The client: its object, a row, or text that is looked for as code, tax number and name, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ClientTransformation(Many = true)]
    [Completes]
    public Input<ClientIdentity>? Client { get; set; }

    /// <summary>The provider's identifier of the client.</summary>
    [Parameter]
    [Alias("ClientId")]
    [ClientTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<ClientIdentity>? Id { get; set; }

    /// <summary>Your own code of the client.</summary>
    [Parameter]
    [ClientTransformation(Many = true, Kind = RecordKeyKind.Code)]
    [Completes]
    public Input<ClientIdentity>? Code { get; set; }

    /// <summary>The client's tax number.</summary>
    [Parameter]
    [ClientTransformation(Many = true, Kind = RecordKeyKind.TaxNumber)]
    [Completes]
    public Input<ClientIdentity>? TaxNumber { get; set; }

    /// <summary>The client's whole name.</summary>
    [Parameter]
    [ClientTransformation(Many = true, Kind = RecordKeyKind.Name)]
    [Completes]
    public Input<ClientIdentity>? Name { get; set; }

    /// <inheritdoc/>
    protected sealed override void Execute() => ForEach(OneWay("client", Client, Id, Code, TaxNumber, Name), identity =>
    {
        Target = identity.Source;
        Execute(FindClient(identity));
    });

    /// <summary>Does the work for one client.</summary>
    /// <param name="client">The client; its identifier at least.</param>
    protected abstract void Execute(Client client);
}
