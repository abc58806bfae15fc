using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// The documented operations (docs/facts/invoicexpress.md#operations). A read may be repeated, and so may a change that ends in the same
/// state however often it is made; what creates, pays, mails or moves a state may not.
/// </summary>
internal static class Operations
{
    public static readonly Operation ListClients = Read("clients.json");
    public static readonly Operation GetClient = Read("clients/{id}.json");
    public static readonly Operation FindClientByName = Read("clients/find-by-name.json");
    public static readonly Operation FindClientByCode = Read("clients/find-by-code.json");
    public static readonly Operation CreateClient = Create("clients.json");
    public static readonly Operation UpdateClient = Replace("clients/{id}.json");
    public static readonly Operation ListClientDocuments = new("POST", "clients/{id}/invoices.json", repeatable: true, Mark.Official);

    public static readonly Operation ListInvoices = Read("invoices.json");
    public static readonly Operation ListEstimates = Read("estimates.json");
    public static readonly Operation ListGuides = Read("guides.json");
    public static readonly Operation GetDocument = Read("{type}/{id}.json");
    public static readonly Operation CreateDocument = Create("{type}.json");
    public static readonly Operation UpdateDocument = Replace("{type}/{id}.json");
    public static readonly Operation ChangeState = Once("{type}/{id}/change-state.json");
    public static readonly Operation EmailDocument = Once("{type}/{id}/email-document.json");

    public static readonly Operation GetRelatedDocuments = Read("document/{id}/related_documents.json");
    public static readonly Operation CreatePayment = Create("documents/{id}/partial_payments.json");
    public static readonly Operation CancelPayment = Once("receipts/{id}/change-state.json");

    public static readonly Operation GetPdf = Read("api/pdf/{id}.json");
    public static readonly Operation ExportSaft = Read("api/export_saft.json");

    public static readonly Operation GetQrCode = Read("api/qr_codes/{id}.json");

    public static readonly Operation ListSequences = Read("sequences.json");
    public static readonly Operation CreateSequence = Create("sequences.json");
    public static readonly Operation GetSequence = Read("sequences/{id}.json");
    public static readonly Operation RegisterSequence = Once("sequences/{id}/register.json");
    public static readonly Operation SetDefaultSequence = Replace("sequences/{id}/set_current.json");

    public static readonly Operation ListTaxes = Read("taxes.json");
    public static readonly Operation CreateTax = Create("taxes.json");
    public static readonly Operation GetTax = Read("taxes/{id}.json");
    public static readonly Operation UpdateTax = Replace("taxes/{id}.json");
    public static readonly Operation DeleteTax = Delete("taxes/{id}.json");

    public static readonly Operation ListItems = Read("items.json");
    public static readonly Operation CreateItem = Create("items.json");
    public static readonly Operation GetItem = Read("items/{id}.json");
    public static readonly Operation UpdateItem = Replace("items/{id}.json");
    public static readonly Operation DeleteItem = Delete("items/{id}.json");

    public static readonly Operation GetBalance = Read("api/v3/clients/{id}/balance.json");
    public static readonly Operation SetInitialBalance = Replace("api/v3/clients/{id}/initial_balance.json");
    public static readonly Operation ListAdjustments = Read("api/v3/clients/{id}/regularization.json");
    public static readonly Operation CreateAdjustment = Create("api/v3/clients/{id}/regularization.json");
    public static readonly Operation DeleteAdjustment = Delete("api/v3/clients/{id}/regularization/{adjustment}.json");
    public static readonly Operation CreateMovement = Create("api/v3/clients/{id}/treasury_movements.json");
    public static readonly Operation DeleteMovement = Delete("api/v3/clients/{id}/treasury_movements/{movement}.json");

    public static readonly Operation CreateAccount = Create("api/accounts/create.json");
    public static readonly Operation CreateAccountForUser = Create("api/accounts/create_already_user.json");
    public static readonly Operation GetAccount = Read("api/accounts/{id}/get.json");
    public static readonly Operation UpdateAccount = Replace("api/accounts/{id}/update.json");
    public static readonly Operation ConnectTaxAuthority = new("POST", "api/v3/accounts/at_communication.json", repeatable: true, Mark.Official);

    /// <summary>Every operation of this table, for the tests that hold it against the documentation.</summary>
    public static IReadOnlyDictionary<string, Operation> All { get; } = typeof(Operations)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Operation))
        .ToDictionary(field => field.Name, field => (Operation)field.GetValue(null)!);

    private static Operation Read(string path) => new("GET", path, repeatable: true, Mark.Official);

    private static Operation Create(string path) => new("POST", path, repeatable: false, Mark.Official);

    private static Operation Replace(string path) => new("PUT", path, repeatable: true, Mark.Official);

    private static Operation Delete(string path) => new("DELETE", path, repeatable: false, Mark.Official);

    private static Operation Once(string path) => new("PUT", path, repeatable: false, Mark.Official);
}
