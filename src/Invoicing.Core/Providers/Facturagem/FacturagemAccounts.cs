using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The user's account and login (docs/facts/facturagem.md#login, #operations). Accounts can be neither made nor deleted [official].
/// </summary>
internal sealed class FacturagemAccounts : IConnectionTester, IAccountReader, IAccountUpdater, ILogout
{
    private readonly Caller _caller;

    public FacturagemAccounts(Caller caller) => _caller = caller;

    public Task TestAsync(CancellationToken cancellationToken = default) =>
        _caller.Context.Session.Cache.GetAsync(() => _caller.CurrentAccountAsync(cancellationToken), anew: true);

    public async Task<InvoiceAccount> GetAsync(string? id, CancellationToken cancellationToken = default)
    {
        InvoiceAccount account = id is null
            ? await _caller.CurrentAccountAsync(cancellationToken).ConfigureAwait(false)
            : await _caller.SendAsync(
                _caller.Request(FacturagemEndpoints.GetAccount, [id]),
                answer => _caller.ReadShown(answer, FieldOwner.Account, _caller.Maps.Account),
                cancellationToken).ConfigureAwait(false);
        account.Address = account.HasExtra ? PartyFields.JoinStreet(account.Address, account.Extra) : account.Address;
        account.Country = await CountryTable.NameAsync(_caller, account.Country, cancellationToken).ConfigureAwait(false);
        return account;
    }

    /// <summary>The provider takes what is sent and nothing beside it: there is no password to prove a change with.</summary>
    public Task UpdateAsync(InvoiceAccount account, AccountSecrets secrets, CancellationToken cancellationToken = default) => _caller.ChangeAsync<bool>(
        FieldOwner.Account,
        FieldOperation.Update,
        async () =>
        {
            JObject body = await PartyFields.WriteAsync(_caller, _caller.Maps.Account, account, cancellationToken).ConfigureAwait(false);
            foreach (string name in account.Extra.Keys)
            {
                if (_caller.Known.Takes(FieldOwner.Account, FieldOperation.Update, name) == false)
                {
                    body.Remove(name);
                }
            }

            ApiRequest request = _caller.Follow(FacturagemEndpoints.UpdateAccount, account, "self")
                ?? _caller.Request(FacturagemEndpoints.UpdateAccount, [account.Id ?? await _caller.AccountIdAsync(cancellationToken).ConfigureAwait(false)]);
            return _caller.WithBody(request, FieldOwner.Account, body);
        },
        null,
        cancellationToken);

    public Task LogOutEverywhereAsync(CancellationToken cancellationToken = default) =>
        _caller.Context.Api.SendAsync(_caller.Request(FacturagemEndpoints.LogOut, []), cancellationToken);
}
