using System.Collections.Generic;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using static Invoicing.Engine.Endpoint;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The nineteen documented operations (docs/facts/facturagem.md#operations, official). A read may be repeated, and so may a change or a
/// login, which end in the same state however often they are done; what creates or pays may not. The page calls the verb of DELETE
/// DESTROY, which is Rails' name for it (docs/facts/facturagem.md#transport, inferred).
/// </summary>
internal static class FacturagemEndpoints
{
    public static readonly Endpoint LogIn = new("POST", "api/v1/session.{format}", repeatable: true, Evidence.Official);
    public static readonly Endpoint LogOut = new("DELETE", "api/v1/session.{format}", repeatable: true, Evidence.Official);

    public static readonly Endpoint GetCurrentAccount = Read("api/v1/accounts.{format}");
    public static readonly Endpoint GetAccount = Read("api/v1/accounts/{account}.{format}");
    public static readonly Endpoint UpdateAccount = Replace("api/v1/accounts/{account}.{format}");

    public static readonly RecordEndpoints Clients = new(
        "Client",
        Read("api/v1/accounts/{account}/clients.{format}"),
        Read("api/v1/accounts/{account}/clients/{client}.{format}"),
        Create("api/v1/accounts/{account}/clients.{format}"),
        Replace("api/v1/accounts/{account}/clients/{client}.{format}"),
        Delete("api/v1/accounts/{account}/clients/{client}.{format}"));

    public static readonly RecordEndpoints Invoices = new(
        "Invoice",
        Read("api/v1/accounts/{account}/invoices.{format}"),
        Read("api/v1/accounts/{account}/invoices/{invoice}.{format}"),
        Create("api/v1/accounts/{account}/invoices.{format}"),
        Replace("api/v1/accounts/{account}/invoices/{invoice}.{format}"),
        Delete("api/v1/accounts/{account}/invoices/{invoice}.{format}"));
    public static readonly Endpoint ListClientInvoices = Read("api/v1/accounts/{account}/clients/{client}/invoices.{format}");
    public static readonly Endpoint GetInvoiceTemplate = Read("api/v1/accounts/{account}/invoices/new.{format}");

    public static readonly Endpoint CreatePayment = Create("api/v1/accounts/{account}/invoices/{invoice}/payments.{format}");

    public static readonly Endpoint ListCountries = Read("api/v1/countries.{format}");

    /// <summary>Every operation of this table, for the tests that hold it against the documentation.</summary>
    public static IReadOnlyDictionary<string, Endpoint> All { get; } = EndpointTable.Of(typeof(FacturagemEndpoints));
}
