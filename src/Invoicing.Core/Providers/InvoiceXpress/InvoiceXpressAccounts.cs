using System;
using System.Net;
using System.Security;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Accounts (docs/facts/invoicexpress.md#accounts).</summary>
internal sealed class InvoiceXpressAccounts(ConnectorContext context) : IConnectionTester, IAccountReader, IAccountCreator, IAccountUpdater, ITaxAuthorityConnector
{
    /// <summary>
    /// There is no "who am I"; the list of series is short, comes whole and needs the key (docs/facts/invoicexpress.md#accounts).
    /// </summary>
    public Task TestAsync(CancellationToken cancellationToken = default) =>
        context.Api.SendAsync(
            InvoiceXpressEndpoints.Sequences.List.Request(),
            reader => InvoiceXpressEnvelope.ReadPage(reader, InvoiceXpressMaps.Anything, item => item).Items.Count,
            cancellationToken);

    public async Task<InvoiceAccount> GetAsync(string? id, CancellationToken cancellationToken = default)
    {
        if (id is null)
        {
            throw InvoicingException.InvalidInput("request", [new FieldError("Id", "InvoiceXpress does not tell a key its account: the web site shows the number")]);
        }

        InvoiceAccount account = await context.Api.SendAsync(
            InvoiceXpressEndpoints.GetAccount.Request(null, id), reader => InvoiceXpressEnvelope.ReadObject(reader, InvoiceXpressMaps.Account), cancellationToken).ConfigureAwait(false);

        // The answer does not repeat it.
        account.Id ??= id;
        return context.Own(account);
    }

    public Task<InvoiceAccount> CreateAsync(
        InvoiceAccount account, AccountSecrets secrets, bool forExistingUser, CancellationToken cancellationToken = default)
    {
        Endpoint operation = forExistingUser ? InvoiceXpressEndpoints.CreateAccountForUser : InvoiceXpressEndpoints.CreateAccount;
        JObject content = Content(account, secrets);
        content["marketing"] = secrets.Marketing ? "1" : "0";
        return context.Api.SendAsync(
            operation.Request(InvoiceXpressEnvelope.Wrap("account", content)), reader => context.Own(InvoiceXpressEnvelope.ReadObject(reader, InvoiceXpressMaps.Account)), cancellationToken);
    }

    public Task UpdateAsync(InvoiceAccount account, AccountSecrets secrets, CancellationToken cancellationToken = default)
    {
        InvoiceXpressRules.CheckUpdate(account, secrets);
        context.Warn(context.LeftOut(account, nameof(InvoiceAccount.Region)));
        return context.Api.SendAsync(InvoiceXpressEndpoints.UpdateAccount.Request(InvoiceXpressEnvelope.Wrap("account", Content(account, secrets)), account.Id ?? ""), cancellationToken);
    }

    public Task ConnectAsync(AccountSecrets secrets, TaxAuthorityCommunication communication, CancellationToken cancellationToken = default)
    {
        var body = new JObject
        {
            ["at_subuser"] = secrets.TaxAuthorityUser,
            ["at_password"] = Base64(secrets.TaxAuthorityPassword),
            ["communication_type"] = InvoiceXpressVocabulary.Communications.Format(communication),
        };
        return context.Api.SendAsync(InvoiceXpressEndpoints.ConnectTaxAuthority.Request(InvoiceXpressEnvelope.Wrap("at_communication", body)), cancellationToken);
    }

    private static JObject Content(InvoiceAccount account, AccountSecrets secrets)
    {
        JObject content = InvoiceXpressMaps.Account.Write(account);
        content["password"] = Text(secrets.Password);
        content["terms"] = secrets.AcceptTerms ? "1" : "0";
        if (secrets.TaxAuthorityUser is { } user)
        {
            content["credentials"] = new JObject
            {
                ["username"] = user,
                ["password"] = Base64(secrets.TaxAuthorityPassword),
                ["type"] = "AT",
                ["context"] = "Sequences",
            };
        }

        return content;
    }

    private static string Text(SecureString? secret) => secret is null ? "" : new NetworkCredential("", secret).Password;

    private static string Base64(SecureString? secret) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(secret)));
}
