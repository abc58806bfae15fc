using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The nineteen documented operations (docs/facts/facturagem.md#operations, official). A read may be repeated, and so may a change or a
/// login, which end in the same state however often they are done; what creates or pays may not.
/// </summary>
internal static class FacturagemEndpoints
{
    public static readonly Endpoint LogIn = new("POST", "api/v1/session.{format}", repeatable: true, Evidence.Official);
    public static readonly Endpoint LogOut = new("DELETE", "api/v1/session.{format}", repeatable: true, Evidence.Official);

    public static readonly Endpoint GetCurrentAccount = Read("api/v1/accounts.{format}");
    public static readonly Endpoint GetAccount = Read("api/v1/accounts/{account}.{format}");
    public static readonly Endpoint UpdateAccount = Replace("api/v1/accounts/{account}.{format}");

    public static readonly Endpoint ListClients = Read("api/v1/accounts/{account}/clients.{format}");
    public static readonly Endpoint CreateClient = Create("api/v1/accounts/{account}/clients.{format}");
    public static readonly Endpoint GetClient = Read("api/v1/accounts/{account}/clients/{client}.{format}");
    public static readonly Endpoint UpdateClient = Replace("api/v1/accounts/{account}/clients/{client}.{format}");
    public static readonly Endpoint DeleteClient = Delete("api/v1/accounts/{account}/clients/{client}.{format}");

    public static readonly Endpoint ListInvoices = Read("api/v1/accounts/{account}/invoices.{format}");
    public static readonly Endpoint ListClientInvoices = Read("api/v1/accounts/{account}/clients/{client}/invoices.{format}");
    public static readonly Endpoint GetInvoiceTemplate = Read("api/v1/accounts/{account}/invoices/new.{format}");
    public static readonly Endpoint CreateInvoice = Create("api/v1/accounts/{account}/invoices.{format}");
    public static readonly Endpoint GetInvoice = Read("api/v1/accounts/{account}/invoices/{invoice}.{format}");
    public static readonly Endpoint UpdateInvoice = Replace("api/v1/accounts/{account}/invoices/{invoice}.{format}");
    public static readonly Endpoint DeleteInvoice = Delete("api/v1/accounts/{account}/invoices/{invoice}.{format}");

    public static readonly Endpoint CreatePayment = Create("api/v1/accounts/{account}/invoices/{invoice}/payments.{format}");

    public static readonly Endpoint ListCountries = Read("api/v1/countries.{format}");

    /// <summary>Every operation of this table, for the tests that hold it against the documentation.</summary>
    public static IReadOnlyDictionary<string, Endpoint> All { get; } = typeof(FacturagemEndpoints)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Endpoint))
        .ToDictionary(field => field.Name, field => (Endpoint)field.GetValue(null)!);

    private static Endpoint Read(string path) => new("GET", path, repeatable: true, Evidence.Official);

    private static Endpoint Create(string path) => new("POST", path, repeatable: false, Evidence.Official);

    private static Endpoint Replace(string path) => new("PUT", path, repeatable: true, Evidence.Official);

    /// <summary>The page calls the verb DESTROY, which is Rails' name for DELETE (docs/facts/facturagem.md#transport, inferred).</summary>
    private static Endpoint Delete(string path) => new("DELETE", path, repeatable: false, Evidence.Official);
}
