using System.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Receipts and payments, which settle invoices and purchases.</summary>
internal static class MoneyRules
{
    public static void Complete(Draft draft, string documentKey, Settlement settlement)
    {
        var document = Document(draft, documentKey, settlement);
        draft.Default("client_id", document?.Whole("client_id"));
        draft.Default("currency_name", document?.Text("currency_name") ?? Company.Currency);
        draft.Default("currency_rate", document?.Number("currency_rate") ?? 1m);
        draft.Default("income_account_id", draft.Company[Resources.IncomeAccounts].All.First().Id);
        draft.Default("created_time", draft.Company.TimeText);
        if (draft.Record.Whole("client_id") == 0)
        {
            draft.Errors.Add($"client_id or {documentKey} is required");
        }
    }

    /// <summary>A document named on update is bound as well; none that was bound before is let go. [assumption]</summary>
    public static void Saved(Draft draft, string documentKey, Settlement settlement)
    {
        if (Document(draft, documentKey, settlement) is { } document)
        {
            settlement.Bind(draft.Record, document, fullCover: false);
        }

        settlement.SettleAllOf(draft.Record);
    }

    private static Record? Document(Draft draft, string key, Settlement settlement)
    {
        var id = draft.Root[key]?.ToString() ?? "";
        return id is "" or "0" ? null : draft.Company.Get(settlement.Documents, id);
    }
}
