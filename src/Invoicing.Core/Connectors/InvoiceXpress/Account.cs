using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Connectors.InvoiceXpress;

/// <summary>The account itself. There is no "who am I"; the list of series is short, comes whole and needs the key (sheet 8.2).</summary>
internal sealed class Account : IConnectionTester
{
    private readonly ConnectorContext _context;

    public Account(ConnectorContext context) => _context = context;

    public Task TestAsync(CancellationToken cancellationToken = default) =>
        _context.Api.SendAsync(
            Operations.ListSequences.Request(),
            reader => Envelope.ReadPage(reader, Maps.Anything, item => item).Items.Count,
            cancellationToken);
}
