using System;
using System.Linq;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>All nineteen operations. Verbs, addresses, parameters and which of them need no key are [official].</summary>
internal static class Operations
{
    private static readonly string[] Common = { "api_key", "format", "strict" };

    public static RouteTable<Operation> Build()
    {
        var table = new RouteTable<Operation>();
        Operation Add(string verb, string path, Action<FacturagemCall> run, Resource? body = null, params string[] parameters)
        {
            var inPath = path.Split('/').Where(part => part.StartsWith("{", StringComparison.Ordinal)).Select(part => part.Trim('{', '}'));
            var operation = new Operation(run, body, Common.Concat(inPath).Concat(parameters).ToArray());
            table.Add(verb, path, operation);
            return operation;
        }

        Add("POST", "/session", AccountRoutes.Login, null, "login", "password").IsOpenToAll = true;
        Add("DELETE", "/session", AccountRoutes.Logout);
        Add("GET", "/countries", AccountRoutes.Countries).IsOpenToAll = true;

        Add("GET", "/accounts", AccountRoutes.Current);
        Add("GET", "/accounts/{id}", AccountRoutes.Read);
        Add("PUT", "/accounts/{id}", AccountRoutes.Change, Resource.Account);

        const string Clients = "/accounts/{account_id}/clients";
        Add("GET", Clients, ClientRoutes.List, null, "page");
        Add("POST", Clients, ClientRoutes.Create, Resource.Client);
        Add("GET", Clients + "/{id}", ClientRoutes.Read);
        Add("PUT", Clients + "/{id}", ClientRoutes.Change, Resource.Client);
        Add("DELETE", Clients + "/{id}", ClientRoutes.Remove);
        Add("GET", Clients + "/{client_id}/invoices", ClientRoutes.Invoices, null, "page");

        const string Invoices = "/accounts/{account_id}/invoices";
        Add("GET", Invoices, InvoiceRoutes.List, null, "page");
        Add("POST", Invoices, InvoiceRoutes.Create, Resource.Invoice);
        Add("GET", Invoices + "/new", InvoiceRoutes.Template, null, "client_id", "invoice_id");
        Add("GET", Invoices + "/{id}", InvoiceRoutes.Read);
        Add("PUT", Invoices + "/{id}", InvoiceRoutes.Change, Resource.Invoice);
        Add("DELETE", Invoices + "/{id}", InvoiceRoutes.Remove);
        Add("POST", Invoices + "/{invoice_id}/payments", InvoiceRoutes.Pay, Resource.Payment);
        return table;
    }
}
