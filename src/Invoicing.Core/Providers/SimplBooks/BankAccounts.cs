using System.Collections.Generic;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Bank accounts and cash registers (docs/facts/simplbooks.md#bank-accounts).</summary>
internal sealed class BankAccounts(ConnectorContext context) :
    SimplBooksResource<BankAccount>(context, SimplBooksEndpoints.BankAccounts, Frames.BankAccount), IReader<BankAccount>
{
    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) =>
    [
        ("account_name", Lists.Text(query.Text)),
    ];
}
