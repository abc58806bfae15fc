using System;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>Gets clients: all of them, or those that are named. A name with wildcards lists all and keeps those that match.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceClient", DefaultParameterSetName = ClientSet)]
[OutputType(typeof(Client), typeof(Invoice), typeof(Payment), typeof(Purchase), typeof(PSObject))]
public sealed class GetInvoiceClientCommand : ConnectorCmdlet<IReader<Client>>
{
    private const string ClientSet = "Client";

    /// <summary>The client by its name, with or without wildcards, by its id or code, or as an object to get anew. Else all clients.</summary>
    [Parameter(ParameterSetName = ClientSet, Position = 0, ValueFromPipeline = true)]
    [ClientTransformation]
    [SupportsWildcards]
    public ClientIdentity[]? Client { get; set; }

    /// <summary>The provider's identifier; one request each.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true)]
    public string[] Id { get; set; } = [];

    /// <summary>The caller's own code; one request each.</summary>
    [Parameter(ParameterSetName = nameof(Code), Mandatory = true)]
    public string[] Code { get; set; } = [];

    /// <summary>The name; one request each, or a listing where it has wildcards.</summary>
    [Parameter(ParameterSetName = nameof(Name), Mandatory = true)]
    [SupportsWildcards]
    public string[] Name { get; set; } = [];

    /// <summary>Write what belongs to the clients in place of them: their contacts, invoices, receipts, payments or purchases.</summary>
    [Parameter]
    [MemberTransformation(typeof(ClientRelation))]
    public ClientRelation? Related { get; set; }

    /// <summary>Rows that are asked for at once; the largest page that the provider documents if it is not given.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [CountTransformation]
    public int? PageSize { get; set; }

    /// <summary>Get every client whole, also where the provider's list shows only a part of each: that costs a request for each.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        switch (ParameterSetName)
        {
            case nameof(Id):
                ForEach(Id, id => Write(ClientIdentity.ById(id), id));
                break;
            case nameof(Code):
                ForEach(Code, code => Write(ClientIdentity.ByCode(code), code));
                break;
            case nameof(Name):
                ForEach(Name, name => Write(ClientIdentity.ByName(name), name));
                break;
            case ClientSet when Client is null:
                List(null);
                break;
            default:
                ForEach(Client!, identity => Write(identity, identity.Source ?? identity));
                break;
        }
    }

    private void Write(ClientIdentity identity, object target)
    {
        Target = target;
        if ((identity.Text ?? identity.Name) is { } name && WildcardPattern.ContainsWildcardCharacters(name))
        {
            var pattern = Wildcards.Parse(name);
            List(client => pattern.IsMatch(client.Name ?? ""));
            return;
        }

        // An object is got anew: what is wanted is how the client is now.
        if (Related is { } relation && (identity.Client?.Id ?? identity.Id) is { } known)
        {
            WriteRelated(identity.Client, known, relation);
            return;
        }

        ClientIdentity asked = identity.Client is { Id: { } id } ? ClientIdentity.ById(id) : identity;
        var resolver = new ClientResolver(Provider(identity.Client), Use<IFinder<Client>>(identity.Client));
        Client found = Found(Await(resolver.FindAsync(asked, Cancel)), "client", identity.ToString());
        if (Related is { } asIs)
        {
            WriteRelated(found, found.Id!, asIs);
        }
        else
        {
            WriteObject(found);
        }
    }

    private void WriteRelated(Client? client, string id, ClientRelation relation)
    {
        foreach (object record in Await(Use<IClientRelationReader>(client).GetRelatedAsync(id, relation, Cancel)))
        {
            WriteObject(record is ExtraFields fields ? JsonText.FromFields(fields) : record);
        }
    }

    private void List(Func<Client, bool>? filter) => WriteListing(Provider().List(new ListQuery { PageSize = PageSize, Detailed = Detailed }), "clients", filter);
}
