using System.Collections.Generic;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using static Invoicing.Engine.Endpoint;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// The documented operations (docs/facts/invoicexpress.md#operations). A read may be repeated, and so may a change that ends in the same
/// state however often it is made; what creates, pays, mails or moves a state may not.
/// </summary>
internal static class InvoiceXpressEndpoints
{
    public static readonly RecordEndpoints Clients = new("Client", Read("clients.json"), Read("clients/{id}.json"), Create("clients.json"), Replace("clients/{id}.json"));
    public static readonly Endpoint FindClientByName = Read("clients/find-by-name.json");
    public static readonly Endpoint FindClientByCode = Read("clients/find-by-code.json");
    public static readonly Endpoint ListClientDocuments = new("POST", "clients/{id}/invoices.json", repeatable: true, Evidence.Official);

    public static readonly Endpoint ListInvoices = Read("invoices.json");
    public static readonly Endpoint ListEstimates = Read("estimates.json");
    public static readonly Endpoint ListGuides = Read("guides.json");
    public static readonly Endpoint GetDocument = Read("{type}/{id}.json");
    public static readonly Endpoint CreateDocument = Create("{type}.json");
    public static readonly Endpoint UpdateDocument = Replace("{type}/{id}.json");
    public static readonly Endpoint ChangeState = Once("{type}/{id}/change-state.json");
    public static readonly Endpoint EmailDocument = Once("{type}/{id}/email-document.json");

    public static readonly Endpoint GetRelatedDocuments = Read("document/{id}/related_documents.json");
    public static readonly Endpoint CreatePayment = Create("documents/{id}/partial_payments.json");
    public static readonly Endpoint CancelPayment = Once("receipts/{id}/change-state.json");

    public static readonly Endpoint GetPdf = Read("api/pdf/{id}.json");
    public static readonly Endpoint ExportSaft = Read("api/export_saft.json");

    public static readonly Endpoint GetQrCode = Read("api/qr_codes/{id}.json");

    public static readonly RecordEndpoints Sequences = new("Sequence", Read("sequences.json"), Read("sequences/{id}.json"), Create("sequences.json"));
    public static readonly Endpoint RegisterSequence = Once("sequences/{id}/register.json");
    public static readonly Endpoint SetDefaultSequence = Replace("sequences/{id}/set_current.json");

    public static readonly RecordEndpoints Taxes = new("Tax", Read("taxes.json"), Read("taxes/{id}.json"), Create("taxes.json"), Replace("taxes/{id}.json"), Delete("taxes/{id}.json"));

    public static readonly RecordEndpoints Items = new("Item", Read("items.json"), Read("items/{id}.json"), Create("items.json"), Replace("items/{id}.json"), Delete("items/{id}.json"));

    public static readonly Endpoint GetBalance = Read("api/v3/clients/{id}/balance.json");
    public static readonly Endpoint SetInitialBalance = Replace("api/v3/clients/{id}/initial_balance.json");
    public static readonly Endpoint ListAdjustments = Read("api/v3/clients/{id}/regularization.json");
    public static readonly Endpoint CreateAdjustment = Create("api/v3/clients/{id}/regularization.json");
    public static readonly Endpoint DeleteAdjustment = Delete("api/v3/clients/{id}/regularization/{adjustment}.json");
    public static readonly Endpoint CreateMovement = Create("api/v3/clients/{id}/treasury_movements.json");
    public static readonly Endpoint DeleteMovement = Delete("api/v3/clients/{id}/treasury_movements/{movement}.json");

    public static readonly Endpoint CreateAccount = Create("api/accounts/create.json");
    public static readonly Endpoint CreateAccountForUser = Create("api/accounts/create_already_user.json");
    public static readonly Endpoint GetAccount = Read("api/accounts/{id}/get.json");
    public static readonly Endpoint UpdateAccount = Replace("api/accounts/{id}/update.json");
    public static readonly Endpoint ConnectTaxAuthority = new("POST", "api/v3/accounts/at_communication.json", repeatable: true, Evidence.Official) { IsChange = true };

    /// <summary>Every operation of this table, for the tests that hold it against the documentation.</summary>
    public static IReadOnlyDictionary<string, Endpoint> All { get; } = EndpointTable.Of(typeof(InvoiceXpressEndpoints));
}
