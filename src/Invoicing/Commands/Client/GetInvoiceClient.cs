using System;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>Gets clients: all, or those with a given name, code or id. Names may have wildcards.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceClient", DefaultParameterSetName = ClientSet)]
[OutputType(typeof(Client), typeof(Invoice), typeof(Payment), typeof(Purchase), typeof(PSObject))]
public sealed class GetInvoiceClientCommand : ConnectorCmdlet<IReader<Client>>
{
    private const string ClientSet = "Client";

    /// <summary>The client: name (with or without wildcards), id, code, or an object to read again. Default: all clients.</summary>
    [Parameter(ParameterSetName = ClientSet, Position = 0, ValueFromPipeline = true)]
    [ClientTransformation(Now = true, Many = true)]
    [SupportsWildcards]
    public ClientIdentity[]? Client { get; set; }

    /// <summary>The provider's identifier. Costs one request each.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true)]
    public string[] Id { get; set; } = [];

    /// <summary>Your own code of the client. Costs one request each.</summary>
    [Parameter(ParameterSetName = nameof(Code), Mandatory = true)]
    public string[] Code { get; set; } = [];

    /// <summary>The whole name, or a pattern with wildcards. Costs one request each; a pattern reads the whole list.</summary>
    [Parameter(ParameterSetName = nameof(Name), Mandatory = true)]
    [SupportsWildcards]
    public string[] Name { get; set; } = [];

    /// <summary>Writes related records instead of the clients: contacts, invoices, receipts, payments or purchases.</summary>
    [Parameter]
    [MemberTransformation(typeof(ClientRelation), Now = true)]
    public ClientRelation? Related { get; set; }

    /// <summary>Rows per request. Default: the largest page that the provider documents.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Now = true)]
    public int? PageSize { get; set; }

    /// <summary>Reads every client completely if the provider's list shows summaries. Costs one request per client.</summary>
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

        // An object is read again: the caller wants its present state.
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
