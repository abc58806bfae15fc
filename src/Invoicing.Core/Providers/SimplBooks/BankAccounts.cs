using System.Collections.Generic;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Bank accounts and cash registers (docs/facts/simplbooks.md#bank-accounts).</summary>
internal sealed class BankAccounts : SimplBooksResource<BankAccount>, IReader<BankAccount>
{
    public BankAccounts(ConnectorContext context)
        : base(
            context,
            new RecordOperations(
                SimplBooksEndpoints.ListBankAccounts, SimplBooksEndpoints.GetBankAccount),
            Frames.BankAccount)
    {
    }

    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) =>
    [
        ("account_name", Lists.Text(query.Text)),
    ];
}
