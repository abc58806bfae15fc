using System;
using System.Linq;
using Invoicing.Sandbox.Core;
using static Invoicing.Sandbox.InvoiceXpress.ErrorShape;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>All operations, with the shapes in which their 404 and 422 come.</summary>
internal static class Operations
{
    public static RouteTable<Operation> Build(InvoiceXpressSettings settings)
    {
        var table = new RouteTable<Operation>();
        Operation Add(
            string verb,
            string path,
            Action<IxCall> run,
            ErrorShape missing = Html,
            ErrorShape invalid = ObjectList,
            DocumentKind? kind = null)
        {
            var operation = new Operation(run, missing, invalid, kind);
            table.Add(verb, path, operation);
            return operation;
        }

        Add("GET", "/clients", ClientRoutes.List);
        Add("POST", "/clients", ClientRoutes.Create, invalid: TextList);
        Add("GET", "/clients/find-by-name", ClientRoutes.FindByName, missing: Blank);
        Add("GET", "/clients/find-by-code", ClientRoutes.FindByCode, missing: Blank);
        Add("GET", "/clients/{id}", ClientRoutes.Read, missing: Blank);
        Add("PUT", "/clients/{id}", ClientRoutes.Update, missing: Empty, invalid: ObjectList);
        Add("DELETE", "/clients/{id}", ClientRoutes.Delete, missing: Empty);
        Add("POST", "/clients/{id}/invoices", DocumentRoutes.ListOfClient, missing: Html);

        Add("GET", "/invoices", DocumentRoutes.ListInvoices);
        Add("GET", "/estimates", DocumentRoutes.ListEstimates);
        Add("GET", "/guides", DocumentRoutes.ListGuides);
        foreach (var kind in DocumentKind.All.Where(kind => kind.Family is DocumentFamily.Invoice or DocumentFamily.Receipt).Skip(1))
        {
            Add("GET", $"/{kind.Plural}", DocumentRoutes.ListKind, kind: kind);
        }

        foreach (var kind in DocumentKind.All)
        {
            Add("GET", $"/{kind.Plural}/{{id}}", DocumentRoutes.Read, missing: ErrorShape.Object, kind: kind);
            Add("PUT", $"/{kind.Plural}/{{id}}/change-state", DocumentRoutes.ChangeState, ErrorShape.Object, ErrorShape.Object, kind);
            if (kind.Family != DocumentFamily.Receipt)
            {
                var isGuideList = kind.Family == DocumentFamily.Guide && settings.GuideErrors == GuideErrorForm.List;
                var invalid = kind.Family == DocumentFamily.Invoice || isGuideList ? ObjectList : ErrorShape.Object;
                Add("POST", $"/{kind.Plural}", DocumentRoutes.Create, invalid: invalid, kind: kind);
                Add("PUT", $"/{kind.Plural}/{{id}}", DocumentRoutes.Update, ErrorShape.Object, isGuideList ? ObjectList : ErrorShape.Object, kind);
                Add("PUT", $"/{kind.Plural}/{{id}}/email-document", EmailRoutes.Send, ErrorShape.Object, ObjectList, kind)
                    .WrongTypeStatus = 422;
            }
        }

        Add("GET", "/document/{id}/related_documents", DocumentRoutes.Related, missing: ErrorShape.Object);

        Add("POST", "/documents/{id}/partial_payments", PaymentRoutes.Pay, missing: ErrorShape.Object, invalid: Pair);
        Add("GET", "/api/pdf/{id}", ExportRoutes.Pdf, missing: Numbered);
        Add("GET", "/api/qr_codes/{id}", ExportRoutes.Qr, missing: Plain, invalid: Plain);
        Add("GET", "/api/export_saft", ExportRoutes.Saft, invalid: Message).Unauthorized = ErrorShape.Object;

        Add("GET", "/sequences", SequenceRoutes.List);
        Add("POST", "/sequences", SequenceRoutes.Create, invalid: Coded);
        Add("GET", "/sequences/{id}", SequenceRoutes.Read, missing: Coded);
        Add("PUT", "/sequences/{id}/register", SequenceRoutes.Register, missing: Coded, invalid: Coded);
        Add("PUT", "/sequences/{id}/set_current", SequenceRoutes.SetCurrent, missing: Coded, invalid: Coded);

        Add("GET", "/taxes", TaxRoutes.List);
        Add("POST", "/taxes", TaxRoutes.Create, invalid: Fields);
        Add("GET", "/taxes/{id}", TaxRoutes.Read, missing: Blank);
        Add("PUT", "/taxes/{id}", TaxRoutes.Update, missing: Blank, invalid: Fields);
        Add("DELETE", "/taxes/{id}", TaxRoutes.Delete, missing: Blank, invalid: Fields);

        Add("GET", "/items", ItemRoutes.List);
        Add("POST", "/items", ItemRoutes.Create);
        Add("GET", "/items/{id}", ItemRoutes.Read, missing: ObjectList);
        Add("PUT", "/items/{id}", ItemRoutes.Update, missing: ObjectList);
        Add("DELETE", "/items/{id}", ItemRoutes.Delete, missing: ObjectList);

        Add("POST", "/api/accounts/create", AccountRoutes.Create, invalid: ErrorShape.Object).IsOpenToAll = true;
        Add("POST", "/api/accounts/create_already_user", AccountRoutes.CreateForUser, invalid: ErrorShape.Object);
        Add("GET", "/api/accounts/{id}/get", AccountRoutes.Read, missing: Numbered);
        Add("PUT", "/api/accounts/{id}/update", AccountRoutes.Update, missing: Empty, invalid: Pair);
        Add("POST", "/api/v3/accounts/at_communication", AccountRoutes.SetCommunication, invalid: ErrorShape.Object);

        const string Client = "/api/v3/clients/{id}/";
        Add("GET", Client + "balance", TreasuryRoutes.Balance, missing: ObjectList);
        Add("PUT", Client + "initial_balance", TreasuryRoutes.SetInitialBalance, missing: ObjectList);
        Add("GET", Client + "regularization", TreasuryRoutes.ListRegularizations, missing: ObjectList);
        Add("POST", Client + "regularization", TreasuryRoutes.AddRegularization, missing: ObjectList);
        Add("DELETE", Client + "regularization/{id}", TreasuryRoutes.RemoveRegularization, missing: ObjectList);
        Add("POST", Client + "treasury_movements", TreasuryRoutes.AddMovement, missing: ObjectList);
        Add("DELETE", Client + "treasury_movements/{id}", TreasuryRoutes.RemoveMovement, missing: ObjectList);
        return table;
    }
}
