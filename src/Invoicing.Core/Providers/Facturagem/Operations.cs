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
internal static class Operations
{
    public static readonly Operation LogIn = new("POST", "api/v1/session.{format}", repeatable: true, Mark.Official);
    public static readonly Operation LogOut = new("DELETE", "api/v1/session.{format}", repeatable: true, Mark.Official);

    public static readonly Operation GetCurrentAccount = Read("api/v1/accounts.{format}");
    public static readonly Operation GetAccount = Read("api/v1/accounts/{account}.{format}");
    public static readonly Operation UpdateAccount = Replace("api/v1/accounts/{account}.{format}");

    public static readonly Operation ListClients = Read("api/v1/accounts/{account}/clients.{format}");
    public static readonly Operation CreateClient = Create("api/v1/accounts/{account}/clients.{format}");
    public static readonly Operation GetClient = Read("api/v1/accounts/{account}/clients/{client}.{format}");
    public static readonly Operation UpdateClient = Replace("api/v1/accounts/{account}/clients/{client}.{format}");
    public static readonly Operation DeleteClient = Delete("api/v1/accounts/{account}/clients/{client}.{format}");

    public static readonly Operation ListInvoices = Read("api/v1/accounts/{account}/invoices.{format}");
    public static readonly Operation ListClientInvoices = Read("api/v1/accounts/{account}/clients/{client}/invoices.{format}");
    public static readonly Operation GetInvoiceTemplate = Read("api/v1/accounts/{account}/invoices/new.{format}");
    public static readonly Operation CreateInvoice = Create("api/v1/accounts/{account}/invoices.{format}");
    public static readonly Operation GetInvoice = Read("api/v1/accounts/{account}/invoices/{invoice}.{format}");
    public static readonly Operation UpdateInvoice = Replace("api/v1/accounts/{account}/invoices/{invoice}.{format}");
    public static readonly Operation DeleteInvoice = Delete("api/v1/accounts/{account}/invoices/{invoice}.{format}");

    public static readonly Operation CreatePayment = Create("api/v1/accounts/{account}/invoices/{invoice}/payments.{format}");

    public static readonly Operation ListCountries = Read("api/v1/countries.{format}");

    /// <summary>Every operation of this table, for the tests that hold it against the documentation.</summary>
    public static IReadOnlyDictionary<string, Operation> All { get; } = typeof(Operations)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Operation))
        .ToDictionary(field => field.Name, field => (Operation)field.GetValue(null)!);

    private static Operation Read(string path) => new("GET", path, repeatable: true, Mark.Official);

    private static Operation Create(string path) => new("POST", path, repeatable: false, Mark.Official);

    private static Operation Replace(string path) => new("PUT", path, repeatable: true, Mark.Official);

    /// <summary>The page calls the verb DESTROY, which is Rails' name for DELETE (docs/facts/facturagem.md#transport, inferred).</summary>
    private static Operation Delete(string path) => new("DELETE", path, repeatable: false, Mark.Official);
}
