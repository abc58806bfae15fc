using System.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Completes rows from their articles and VAT types. What a row must bring is nowhere documented. [assumption]</summary>
internal static class DocumentRows
{
    public static void Complete(Draft draft, string price)
    {
        for (var i = 0; i < draft.Record.Rows.Count; i++)
        {
            CompleteRow(draft, draft.Record.Rows[i], price, $"Row {i + 1}: ");
        }
    }

    /// <param name="draft">Document of the row.</param>
    /// <param name="row">The row; a task is one as well.</param>
    /// <param name="price">The field that holds the money.</param>
    /// <param name="where">Beginning of error texts.</param>
    public static void CompleteRow(Draft draft, Record row, string price, string where)
    {
        var article = draft.Company[Resources.Articles].Find(row.Whole("article_id"));
        foreach (var name in new[] { "name", "unit", "code" })
        {
            row[name] ??= article?[name];
        }

        if (row.Shape.Has("worker"))
        {
            row["worker"] ??= Company.UserName;
        }

        var missing = new[] { "name", "amount", price }.Where(field => row[field] is null);
        draft.Errors.AddRange(missing.Select(field => $"{where}{field} is required"));
        var isPurchase = draft.Resource == Resources.Purchases;
        CompleteVat(draft, row, isPurchase, where);
        if (isPurchase)
        {
            row["expense_account_id"] ??= article?["expense_account_id"] ?? draft.Company.AccountByCode("4010")!.Id;
        }
        else if (row.Shape.Has("income_account_id"))
        {
            row["income_account_id"] ??= article?["income_account_id"] ?? draft.Company.AccountByCode("3010")!.Id;
        }
    }

    /// <summary>The amount of a row. In a purchase it is given and already includes the discount.</summary>
    public static decimal Sum(Record row) => row.Shape.Has("sum")
        ? row.Number("sum")
        : row.Number("amount") * row.Number("price_per_unit") * (1 - (row.Number("discount") / 100));

    /// <summary>The type decides the rate. A rate alone is taken as well, and finds its type when there is one.</summary>
    private static void CompleteVat(Draft draft, Record row, bool isPurchase, string where)
    {
        var types = draft.Company[Resources.VatTypes];
        var type = types.Find(row.Whole("vat_type_id"));
        if (type != null)
        {
            row["vat"] = type.Number("vat_percent");
        }
        else if (row["vat"] is decimal rate)
        {
            var side = isPurchase ? "is_purchase" : "is_sales";
            var fitting = types.All.FirstOrDefault(t => t.Flag("active") && t.Flag(side) && t.Number("vat_percent") == rate);
            row["vat_type_id"] = fitting?.Id ?? 0;
        }
        else
        {
            draft.Errors.Add(where + "vat_type_id is required");
        }
    }
}
