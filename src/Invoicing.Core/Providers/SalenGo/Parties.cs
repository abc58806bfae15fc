using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>The client that a document or a profile is for: the provider takes an identifier and nothing else.</summary>
internal static class Parties
{
    /// <summary>The identifier of the client, which an object out of another session does not tell.</summary>
    public static async Task<Client> ResolveAsync(ConnectorContext context, string what, Client? client, CancellationToken cancel)
    {
        if (client is { Id: not null } && (client.Session is null || client.Session.AccountKey == context.Session.AccountKey))
        {
            return client;
        }

        string? key = client?.Name ?? client?.Email;
        Client? found = key is null ? null : await new SalenGoClients(context).FindByNameAsync(key, cancel).ConfigureAwait(false);
        return found ?? throw InvoicingException.InvalidInput(
            what, [new FieldError("Client", key is null ? "is missing" : $"there is no client '{key}'")]);
    }

    public static void Write(SalenGoMaps maps, JObject row, Client? client)
    {
        if (client is not null)
        {
            row.Merge(maps.Party.Write(client));
        }
    }
}
