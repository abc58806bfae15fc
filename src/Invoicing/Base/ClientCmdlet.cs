using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>A cmdlet that does something for clients that are there already.</summary>
/// <typeparam name="TCapability">The kind of work that it needs.</typeparam>
public abstract class ClientCmdlet<TCapability> : RowCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private protected ClientCmdlet()
    {
    }

    /// <summary>The client: its object, id, code or name, or a row with one of these.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("ClientId", "InputObject")]
    [ClientTransformation(Many = true)]
    public Input<ClientIdentity>? Client { get; set; }

    /// <inheritdoc/>
    protected sealed override void Execute() => ForEach(Client, identity =>
    {
        Target = identity.Source;

        // Only the identifier is needed, so a client that is named by it is not asked for.
        if (identity.Id is { } id)
        {
            Execute(new Client { Id = id });
            return;
        }

        var resolver = new ClientResolver(Use<IReader<Client>>(identity.Client), Use<IFinder<Client>>(identity.Client));
        Execute(Found(Await(resolver.FindAsync(identity, Cancel)), "client", identity.ToString()));
    });

    /// <summary>Does the work for one client.</summary>
    /// <param name="client">The client; its identifier at least.</param>
    protected abstract void Execute(Client client);
}
