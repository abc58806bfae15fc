using System.Collections.Generic;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>The chart of accounts (docs/facts/simplbooks.md#ledger-accounts).</summary>
internal sealed class LedgerAccounts(ConnectorContext context) :
    SimplBooksResource<LedgerAccount>(context, SimplBooksEndpoints.LedgerAccounts, Frames.LedgerAccount), IReader<LedgerAccount>
{
    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) =>
    [
        ("code", Lists.Text(query.Code)),
        ("name", Lists.Text(query.Text)),
    ];
}
