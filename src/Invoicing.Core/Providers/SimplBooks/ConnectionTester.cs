using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Asks for the shortest list that needs the token.</summary>
internal sealed class ConnectionTester(ConnectorContext context) : IConnectionTester
{
    public Task TestAsync(CancellationToken cancellationToken = default) =>
        context.Api.SendAsync(SimplBooksEndpoints.ListTaxes.Request(), reader => SimplBooksEnvelope.Read(reader), cancellationToken);
}
