using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Gets clients: all, or those with a given name, code or id. Names may have wildcards.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceClient", DefaultParameterSetName = ClientSet)]
[OutputType(typeof(Client), typeof(Invoice), typeof(Payment), typeof(Purchase), typeof(PSObject))]
public sealed class GetInvoiceClientCommand : ConnectorCmdlet<IReader<Client>>
{
    private const string ClientSet = "Client";

    /// <summary>
    /// The client: an object to read again, a row, or text that is looked for as code, tax number and name (with or without wildcards), and as an
    /// id last. Default: all clients.
    /// </summary>
    [Parameter(ParameterSetName = ClientSet, Position = 0, ValueFromPipeline = true)]
    [ClientTransformation(Now = true, Many = true)]
    [SupportsWildcards]
    [Completes]
    public ClientIdentity[]? Client { get; set; }

    /// <summary>The provider's identifier. Costs one request each.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true)]
    [Completes]
    public string[] Id { get; set; } = [];

    /// <summary>Your own code of the client. Costs one request each.</summary>
    [Parameter(ParameterSetName = nameof(Code), Mandatory = true)]
    [Completes]
    public string[] Code { get; set; } = [];

    /// <summary>The client's tax number. There must be exactly one client with it. Reads the list once.</summary>
    [Parameter(ParameterSetName = nameof(TaxNumber), Mandatory = true)]
    [Alias("Nif", "FiscalId", "VatNumber")]
    [Completes]
    public string[] TaxNumber { get; set; } = [];

    /// <summary>The whole name, or a pattern with wildcards. Costs one request each; a pattern reads the whole list.</summary>
    [Parameter(ParameterSetName = nameof(Name), Mandatory = true)]
    [SupportsWildcards]
    [Completes]
    public string[] Name { get; set; } = [];

    /// <summary>Writes related records instead of the clients: contacts, invoices, receipts, payments or purchases.</summary>
    [Parameter]
    [MemberTransformation(typeof(ClientRelation), Now = true)]
    public ClientRelation? Related { get; set; }

    /// <summary>Rows per request. Default: the largest page that the provider documents.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Now = true)]
    [Completes]
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
                WriteAll(RecordKeyKind.Id, Id);
                break;
            case nameof(Code):
                WriteAll(RecordKeyKind.Code, Code);
                break;
            case nameof(TaxNumber):
                WriteAll(RecordKeyKind.TaxNumber, TaxNumber);
                break;
            case nameof(Name):
                WriteAll(RecordKeyKind.Name, Name);
                break;
            case ClientSet when Client is null:
                List(null);
                break;
            default:
                ForEach(Client!, Write);
                break;
        }
    }

    private void WriteAll(RecordKeyKind kind, string[] keys) => ForEach(keys, key => Write(ClientIdentity.From(key, kind)));

    private void Write(ClientIdentity identity)
    {
        Target = identity.Source;
        if (identity.Key is { Kind: RecordKeyKind.Any or RecordKeyKind.Name } name && WildcardPattern.ContainsWildcardCharacters(name.Text))
        {
            var pattern = Wildcards.Parse(name.Text);
            List(client => pattern.IsMatch(client.Name ?? ""));
            return;
        }

        Client found = FindClient(identity);
        if (Related is { } relation)
        {
            WriteRelated(OwnOrNone(identity.Client), found.Id!, relation);
        }
        else
        {
            // An object is read again: the caller wants its present state.
            WriteFound(identity.Client is null && identity.Id is null ? found : Await(Provider(found).GetAsync(found.Id!, Cancel)));
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
