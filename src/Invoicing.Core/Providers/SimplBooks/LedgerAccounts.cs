using System.Collections.Generic;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>The chart of accounts (docs/facts/simplbooks.md#ledger-accounts).</summary>
internal sealed class LedgerAccounts : SimplBooksResource<LedgerAccount>, IReader<LedgerAccount>
{
    public LedgerAccounts(ConnectorContext context)
        : base(
            context,
            new RecordOperations(
                SimplBooksEndpoints.ListLedgerAccounts, SimplBooksEndpoints.GetLedgerAccount),
            Frames.LedgerAccount)
    {
    }

    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) =>
    [
        ("code", Lists.Text(query.Code)),
        ("name", Lists.Text(query.Text)),
    ];
}
