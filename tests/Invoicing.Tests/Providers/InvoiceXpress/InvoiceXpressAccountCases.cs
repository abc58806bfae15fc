using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>The operations of accounts, series and treasury (docs/facts/invoicexpress.md#accounts, #series, #treasury).</summary>
internal static class InvoiceXpressAccountCases
{
    private const string AccountBody =
        "\"organization_name\":\"Oficina Norte\",\"email\":\"geral@example.pt\",\"fiscal_id\":\"509000000\",\"first_name\":\"Rita\",\"last_name\":\"Norte\","
        + "\"phone\":\"210000000\"";

    private const string NewAccount =
        "{\"account\":{" + AccountBody + ",\"tax_country\":\"1\",\"language\":\"pt\",\"password\":\"segredo\",\"terms\":\"1\",\"marketing\":\"0\"}}";

    private const string MadeAccount =
        "{\"account\":{\"id\":\"90211\",\"name\":\"Oficina Norte\",\"url\":\"https://oficinanorte.example.com\",\"api_key\":\"k-90211\",\"state\":\"active\"}}";

    private const string ReadAccount =
        "{\"account\":{\"organization_name\":\"Oficina Norte\",\"fiscal_id\":\"509000000\",\"email\":\"geral@example.pt\",\"state\":\"active\","
        + "\"at_configured\":true,\"trial\":false}}";

    /// <summary>A series whose name is a number comes as one.</summary>
    private const string Sequence =
        "{\"id\":7,\"serie\":2026,\"default_sequence\":0,\"current_invoice_number\":14,\"current_invoice_sequence_id\":70,"
        + "\"current_invoice_validation_code\":\"JF7K9Q2H\",\"current_quote_number\":0,\"current_quote_sequence_id\":71,\"current_quote_validation_code\":\"N/A\"}";

    private const string SequenceResult = "7 2026 False Invoice 70 14 JF7K9Q2H/Quote 71 0 N/A";

    private const string Adjustment = "{\"id\":9,\"number\":\"NR00000001\",\"value\":10.5,\"date\":\"2026-01-31\",\"observation\":null}";

    internal const string Balance =
        "{\"currency\":{\"symbol\":\"x\",\"code\":\"EUR\"},\"initial_balance\":{\"value\":5.0,\"created_at\":\"2026-01-01\",\"observation\":null},"
        + "\"balance\":{\"with_vat\":123.0,\"without_vat\":100.0},\"overdue_balance\":{\"with_vat\":12.3,\"without_vat\":10.0},"
        + "\"remaining_balance\":{\"total\":130.0,\"value\":7.0}}";

    public static IEnumerable<InvoiceXpressCase> All => [.. Accounts, .. Sequences, .. Treasury];

    private static IEnumerable<InvoiceXpressCase> Accounts =>
    [
        new(
            "CreateAccount",
            "POST /api/accounts/create.json",
            MadeAccount,
            rig => MakeAccountAsync(rig, false),
            "90211 Oficina Norte active k-90211",
            422)
        {
            Status = 201, Body = NewAccount,
        },
        new(
            "CreateAccountForUser",
            "POST /api/accounts/create_already_user.json",
            MadeAccount,
            rig => MakeAccountAsync(rig, true),
            "90211 Oficina Norte active k-90211",
            401,
            422)
        {
            Body = NewAccount,
        },
        new(
            "GetAccount",
            "GET /api/accounts/90211/get.json",
            ReadAccount,
            async rig => Told(await rig.Use<IAccountReader>().GetAsync("90211")),
            "90211 Oficina Norte active ",
            401,
            404),
        new(
            "UpdateAccount",
            "PUT /api/accounts/90211/update.json",
            "",
            rig => InvoiceXpressRecordCases.DoneAsync(rig.Use<IAccountUpdater>().UpdateAsync(Account("90211"), Secrets("509000000/1"))),
            "",
            401,
            404,
            422)
        {
            Body = "{\"account\":{" + AccountBody + ",\"address\":\"Rua Direita 1\",\"city\":\"Braga\",\"postal_code\":\"4700-000\",\"password\":\"segredo\",\"terms\":\"1\","
                + "\"credentials\":{\"username\":\"509000000/1\",\"password\":\"YXQtc2VncmVkbw==\",\"type\":\"AT\",\"context\":\"Sequences\"}}}",
        },
        new(
            "ConnectTaxAuthority",
            "POST /api/v3/accounts/at_communication.json",
            "{\"success\":\"true\"}",
            rig => InvoiceXpressRecordCases.DoneAsync(rig.Use<ITaxAuthorityConnector>().ConnectAsync(Secrets("509000000/1"), TaxAuthorityCommunication.GuidesOnly)),
            "",
            401,
            422)
        {
            Body = "{\"at_communication\":{\"at_subuser\":\"509000000/1\",\"at_password\":\"YXQtc2VncmVkbw==\",\"communication_type\":\"guides\"}}",
        },
    ];

    private static IEnumerable<InvoiceXpressCase> Sequences =>
    [
        new(
            "ListSequences",
            "GET /sequences.json?page=1&per_page=30",
            $"{{\"sequences\":[{Sequence}]}}",
            async rig => Told((await rig.Use<IReader<Sequence>>().List(new ListQuery()).ToListAsync())[0]),
            SequenceResult,
            401),
        new("CreateSequence", "POST /sequences.json", $"{{\"sequence\":{Sequence}}}", MakeSequenceAsync, SequenceResult, 401, 409, 422)
        {
            Status = 201, Body = "{\"sequence\":{\"serie\":\"2026\",\"default_sequence\":\"1\"}}",
        },
        new(
            "CreateSequence, in a list",
            "POST /sequences.json",
            $"{{\"sequences\":[{Sequence}]}}",
            MakeSequenceAsync,
            SequenceResult) { Status = 201, Body = null },
        new(
            "GetSequence",
            "GET /sequences/7.json",
            $"{{\"sequence\":{Sequence}}}",
            async rig => Told(await rig.Use<IReader<Sequence>>().GetAsync("7")),
            SequenceResult,
            401,
            404),
        new(
            "GetSequence, under the plural",
            "GET /sequences/7.json",
            $"{{\"sequences\":{Sequence}}}",
            async rig => Told(await rig.Use<IReader<Sequence>>().GetAsync("7")),
            SequenceResult),
        new(
            "RegisterSequence",
            "PUT /sequences/7/register.json",
            $"{{\"sequences\":[{Sequence}]}}",
            async rig => Told(await rig.Use<ISequenceKeeper>().RegisterAsync(new Sequence { Id = "7" })),
            SequenceResult,
            401,
            404,
            409,
            422),
        new(
            "SetDefaultSequence",
            "PUT /sequences/7/set_current.json",
            "",
            rig => InvoiceXpressRecordCases.DoneAsync(rig.Use<ISequenceKeeper>().SetDefaultAsync(new Sequence { Id = "7" })),
            "",
            401,
            404,
            422),
    ];

    private static IEnumerable<InvoiceXpressCase> Treasury =>
    [
        new(
            "GetBalance",
            "GET /api/v3/clients/8812/balance.json",
            Balance,
            async rig => Told(await rig.Use<IBalanceKeeper>().GetAsync("8812")),
            "8812 EUR 123.0 100.0 12.3 10.0 7.0 130.0 5.0 2026-01-01",
            401,
            404),
        new(
            "SetInitialBalance",
            "PUT /api/v3/clients/8812/initial_balance.json",
            "{\"initial_balance\":{\"value\":123.45,\"date\":\"2026-01-01\",\"observation\":\"abertura\"}}",
            rig => InvoiceXpressRecordCases.DoneAsync(rig.Use<IBalanceKeeper>().SetInitialAsync("8812", 123.45m, new DateTime(2026, 1, 1), "abertura")),
            "",
            401,
            404,
            422)
        {
            Body = "{\"initial_balance\":{\"value\":123.45,\"date\":\"2026-01-01\",\"observation\":\"abertura\"}}",
        },
        new(
            "ListAdjustments",
            "GET /api/v3/clients/8812/regularization.json?page=1&per_page=30",
            $"{{\"regularization\":[{Adjustment}]}}",
            async rig => Told(Assert.Single(await rig.Use<IAdjustmentKeeper>().List("8812", new ListQuery()).ToListAsync())),
            "9 8812 NR00000001 10.5 2026-01-31",
            401,
            404),
        new(
            "CreateAdjustment",
            "POST /api/v3/clients/8812/regularization.json",
            $"{{\"regularization\":[{Adjustment}]}}",
            AdjustAsync,
            "9 8812 NR00000001 10.5 2026-01-31",
            401,
            404,
            422)
        {
            Status = 201, Body = "{\"regularization\":{\"value\":10.5,\"date\":\"2026-01-31\",\"observation\":\"acerto\"}}",
        },
        new(
            "CreateAdjustment, as an object",
            "POST /api/v3/clients/8812/regularization.json",
            $"{{\"regularization\":{Adjustment}}}",
            AdjustAsync,
            "9 8812 NR00000001 10.5 2026-01-31") { Status = 201, Body = null },
        new(
            "DeleteAdjustment",
            "DELETE /api/v3/clients/8812/regularization/9.json",
            "",
            rig => InvoiceXpressRecordCases.DoneAsync(rig.Use<IAdjustmentKeeper>().RemoveAsync(new ClientAdjustment { ClientId = "8812", Id = "9" })),
            "",
            401,
            404),
        new(
            "CreateMovement",
            "POST /api/v3/clients/8812/treasury_movements.json",
            "{\"treasury_movement\":{\"value\":50.5,\"movement_type\":\"Reimbursement\",\"payment_method\":\"MB\",\"date\":\"2026-01-31\",\"serie\":\"2026\",\"observation\":null}}",
            MoveAsync,
            " 8812 50.5 Reimbursement Multibanco 2026-01-31 2026",
            401,
            404,
            422)
        {
            Status = 201,
            Body = "{\"treasury_movement\":{\"value\":50.5,\"movement_type\":\"Reimbursement\",\"payment_method\":\"MB\",\"date\":\"2026-01-31\",\"serie\":\"2026\",\"observation\":\"n\"}}",
        },
        new(
            "DeleteMovement",
            "DELETE /api/v3/clients/8812/treasury_movements/4.json",
            "",
            rig => InvoiceXpressRecordCases.DoneAsync(rig.Use<IRemover<TreasuryMovement>>().RemoveAsync(new TreasuryMovement { ClientId = "8812", Id = "4" })),
            "",
            401,
            404)
        {
            Status = 204,
        },
    ];

    private static async Task<string> MakeAccountAsync(Rig rig, bool forUser)
    {
        InvoiceAccount account = Account(null);
        (account.Address, account.City, account.PostalCode, account.Country, account.Language) = (null, null, null, "Portugal", "pt");
        return Told(await rig.Use<IAccountCreator>().CreateAsync(account, Secrets(null), forUser));
    }

    private static async Task<string> MakeSequenceAsync(Rig rig) =>
        Told(await rig.Use<ICreator<Sequence>>().CreateAsync(new Sequence { Name = "2026", IsDefault = true }));

    private static async Task<string> AdjustAsync(Rig rig) => Told(await rig.Use<IAdjustmentKeeper>().CreateAsync(
        new ClientAdjustment { ClientId = "8812", Amount = 10.5m, Date = new DateTime(2026, 1, 31), Notes = "acerto" }));

    private static async Task<string> MoveAsync(Rig rig)
    {
        TreasuryMovement made = await rig.Use<ICreator<TreasuryMovement>>().CreateAsync(new TreasuryMovement
        {
            ClientId = "8812",
            Amount = 50.5m,
            Type = TreasuryMovementType.Reimbursement,
            Method = PaymentMethod.Multibanco,
            Date = new DateTime(2026, 1, 31),
            Series = "2026",
            Notes = "n",
        });
        return FormattableString.Invariant($"{made.Id} {made.ClientId} {made.Amount} {made.Type} {made.Method} {made.Date:yyyy-MM-dd} {made.Series}");
    }

    private static InvoiceAccount Account(string? id) => new()
    {
        Id = id,
        Name = "Oficina Norte",
        Email = "geral@example.pt",
        TaxNumber = "509000000",
        FirstName = "Rita",
        LastName = "Norte",
        Phone = "210000000",
        Address = "Rua Direita 1",
        City = "Braga",
        PostalCode = "4700-000",
    };

    private static AccountSecrets Secrets(string? user) => new()
    {
        Password = Rig.Secret("segredo"), AcceptTerms = true, TaxAuthorityUser = user, TaxAuthorityPassword = Rig.Secret("at-segredo"),
    };

    private static string Told(InvoiceAccount account) =>
        $"{account.Id} {account.Name} {account.State} {(account.ApiKey is null ? null : new NetworkCredential("", account.ApiKey).Password)}";

    private static string Told(Sequence sequence) => $"{sequence.Id} {sequence.Name} {sequence.IsDefault} "
        + string.Join("/", sequence.Counters.Select(counter => $"{counter.Type} {counter.Id} {counter.Number} {counter.ValidationCode}"));

    private static string Told(ClientBalance balance) => string.Create(
        CultureInfo.InvariantCulture,
        $"{balance.ClientId} {balance.Currency} {balance.Balance} {balance.NetBalance} {balance.Overdue} {balance.NetOverdue} {balance.Remaining} "
        + $"{balance.RemainingTotal} {balance.Initial} {balance.InitialDate:yyyy-MM-dd}");

    private static string Told(ClientAdjustment row) =>
        FormattableString.Invariant($"{row.Id} {row.ClientId} {row.Number} {row.Amount} {row.Date:yyyy-MM-dd}");
}
