using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Invoicing.Connectors.Wire;

namespace Invoicing.Connectors.InvoiceXpress;

/// <summary>
/// The documented operations (sheet 7.2). A read may be repeated, and so may a change that ends in the same state however often it is
/// made; what creates, pays, mails or moves a state may not.
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

    public static readonly Operation ListSequences = Read("sequences.json");
    public static readonly Operation ListTaxes = Read("taxes.json");

    /// <summary>Every operation of this table, for the tests that hold it against the documentation.</summary>
    public static IReadOnlyDictionary<string, Operation> All { get; } = typeof(Operations)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Operation))
        .ToDictionary(field => field.Name, field => (Operation)field.GetValue(null)!);

    private static Operation Read(string path) => new("GET", path, repeatable: true, Mark.Official);

    private static Operation Create(string path) => new("POST", path, repeatable: false, Mark.Official);

    private static Operation Replace(string path) => new("PUT", path, repeatable: true, Mark.Official);

    private static Operation Once(string path) => new("PUT", path, repeatable: false, Mark.Official);
}
