namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Defaults that the account fills in. Not documented unless marked. [assumption]</summary>
internal static class MasterRules
{
    public static void Article(Draft draft)
    {
        draft.Default("markup_type", "none");
        draft.Default("sales_vat_type_id", Company.SalesVatType);
        draft.Default("purchase_vat_type_id", Company.PurchaseVatType);
        draft.Default("income_account_id", draft.Company.AccountByCode("3010")!.Id);

        // The cost account of a service, the stock account of a stock item. [official]
        draft.Record["expense_account_id"] = draft.Company.AccountByCode(draft.Record.Flag("is_inventory") ? "1310" : "4010")!.Id;
    }

    public static void Client(Draft draft) => draft.Default("client_settings_language", Company.Language);

    public static void ClientNote(Draft draft)
    {
        draft.Default("created", draft.Company.TimeText);
        draft.Default("creator", Company.UserId);

        //  [official]
        if (draft.Record.Text("object_type").Length > 0 && draft.Record.Whole("object_id") == 0)
        {
            draft.Errors.Add("object_id is required when object_type is set");
        }
    }
}
