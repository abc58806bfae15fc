using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// The records that belong to a client (docs/facts/simplbooks.md#clients). Its shape is not described beyond "data"; it is read as a list or a map of
/// records that are wrapped as in their own lists, or not [assumption].
/// </summary>
internal sealed class ClientRelations(ConnectorContext context) : IClientRelationReader
{
    public async Task<IReadOnlyList<object>> GetRelatedAsync(string clientId, ClientRelation relation,
        CancellationToken cancellationToken = default)
    {
        Endpoint operation = relation switch
        {
            ClientRelation.Contact => SimplBooksEndpoints.ListClientContacts,
            ClientRelation.Invoice => SimplBooksEndpoints.ListClientInvoices,
            ClientRelation.Receipt => SimplBooksEndpoints.ListClientReceipts,
            ClientRelation.Payment => SimplBooksEndpoints.ListClientPayments,
            _ => SimplBooksEndpoints.ListClientPurchases,
        };
        return await context.Api.SendAsync<IReadOnlyList<object>>(
            operation.Request(null, clientId), reader => SimplBooksEnvelope.ReadList(reader, Read), cancellationToken).ConfigureAwait(false);

        object Read(JToken row) => relation switch
        {
            ClientRelation.Contact => Contact(row),
            ClientRelation.Invoice => new SimplBooksInvoices(context).Read(row),
            ClientRelation.Receipt => new Receipts(context).Read(row),
            ClientRelation.Payment => new OutgoingPayments(context).Read(row),
            _ => new Purchases(context).Read(row),
        };
    }

    private static object Contact(JToken row)
    {
        JObject fields = row as JObject ?? throw new JsonReaderException($"An object was expected, not {row.Type}.");
        fields = fields.Count == 1 && fields.PropertyValues().First() is JObject inner ? inner : fields;
        var contact = new ExtraFields();
        foreach (JProperty field in fields.Properties())
        {
            contact[field.Name] = Plain.FromToken(field.Value);
        }

        return contact;
    }
}
