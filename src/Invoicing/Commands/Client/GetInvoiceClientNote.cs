using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Gets notes on clients: all, those of a client, or those with an identifier.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceClientNote", DefaultParameterSetName = FilterSet)]
[OutputType(typeof(ClientNote))]
public sealed class GetInvoiceClientNoteCommand : ConnectorCmdlet<IReader<ClientNote>>
{
    private const string FilterSet = "Filter";

    /// <summary>Only notes on this client: its object, a row, or text that is looked for as code, tax number and name, and as an id last.</summary>
    [Parameter(ParameterSetName = FilterSet, Position = 0, ValueFromPipeline = true)]
    [ClientTransformation(Now = true, Many = true)]
    [Completes]
    public ClientIdentity[]? Client { get; set; }

    /// <summary>Text to search in the note.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [Completes]
    public string? Text { get; set; }

    /// <summary>First day of writing.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? DateFrom { get; set; }

    /// <summary>Last day of writing.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? DateTo { get; set; }

    /// <summary>The provider's identifiers. Costs one request each.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true)]
    [Completes]
    public string[] Id { get; set; } = [];

    /// <summary>Rows per request. Default: the largest page that the provider documents.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (ParameterSetName == nameof(Id))
        {
            ForEach(Id, id => WriteObject(Await(Provider().GetAsync(id, Cancel))));
        }
        else if (Client is null)
        {
            List(null, null);
        }
        else
        {
            ForEach(Client, identity =>
            {
                Target = identity.Source;
                Client client = FindClient(identity);
                List(client, client.Id);
            });
        }
    }

    private void List(Client? client, string? clientId) => WriteListing(
        Provider(client).List(new RecordQuery
        {
            ClientId = clientId, Text = Text, DateFrom = DateFrom, DateTo = DateTo,
            PageSize = PageSize
        }), "notes");
}
