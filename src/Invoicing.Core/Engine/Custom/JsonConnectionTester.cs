using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;

namespace Invoicing.Engine;

/// <summary>Tests a connection with a cheap request.</summary>
internal sealed class JsonConnectionTester : IConnectionTester
{
    private readonly ConnectorContext _context;
    private readonly string _path;

    public JsonConnectionTester(ConnectorContext context, string path)
    {
        _context = context;
        _path = path;
    }

    public Task TestAsync(CancellationToken cancellationToken = default) =>
        _context.Api.SendAsync(new ApiRequest(HttpMethod.Get, _path) { Repeatable = true }, cancellationToken);
}
