using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The user's account and login (docs/facts/facturagem.md#login, #operations). Accounts can be neither made nor deleted [official].
/// </summary>
internal sealed class FacturagemAccounts(Caller caller) : IConnectionTester, IAccountReader, IAccountUpdater, ILogout
{
    public Task TestAsync(CancellationToken cancellationToken = default) =>
        caller.Context.Session.Cache.GetAsync(() => caller.CurrentAccountAsync(cancellationToken), anew: true);

    public async Task<InvoiceAccount> GetAsync(string? id, CancellationToken cancellationToken = default)
    {
        InvoiceAccount account = id is null
            ? await caller.CurrentAccountAsync(cancellationToken).ConfigureAwait(false)
            : await caller.SendAsync(
                caller.Request(FacturagemEndpoints.GetAccount, [id]),
                answer => caller.ReadShown(answer, FieldOwner.Account, caller.Maps.Account),
                cancellationToken).ConfigureAwait(false);
        account.Address = account.HasExtra ? PartyFields.JoinStreet(account.Address, account.Extra) : account.Address;
        account.Country = await CountryTable.NameAsync(caller, account.Country, cancellationToken).ConfigureAwait(false);
        return account;
    }

    /// <summary>The provider takes what is sent and nothing beside it: there is no password to prove a change with.</summary>
    public Task UpdateAsync(InvoiceAccount account, AccountSecrets secrets, CancellationToken cancellationToken = default)
    {
        ConnectorContext context = caller.Context;
        context.Warn(context.LeftOut(
            account,
            nameof(InvoiceAccount.Email), nameof(InvoiceAccount.Fax), nameof(InvoiceAccount.FirstName), nameof(InvoiceAccount.LastName),
            nameof(InvoiceAccount.Phone), nameof(InvoiceAccount.Website)));
        context.Warn(secrets.TaxAuthorityUser is null ? [] : [context.LeftOut<InvoiceAccount>(nameof(secrets.TaxAuthorityUser))]);
        return caller.ChangeAsync<bool>(
            FieldOwner.Account,
            FieldOperation.Update,
            async () => caller.Follow(FacturagemEndpoints.UpdateAccount, account, "self")
                ?? caller.Request(FacturagemEndpoints.UpdateAccount, [account.Id ?? await caller.AccountIdAsync(cancellationToken).ConfigureAwait(false)]),
            async () => caller.Known.WithoutRefused(
                await PartyFields.WriteAsync(caller, caller.Maps.Account, account, cancellationToken).ConfigureAwait(false),
                FieldOwner.Account,
                FieldOperation.Update,
                account.Extra.Keys),
            null,
            cancellationToken);
    }

    public Task LogOutEverywhereAsync(CancellationToken cancellationToken = default) =>
        caller.Context.Api.SendAsync(caller.Request(FacturagemEndpoints.LogOut, []), cancellationToken);
}
