
namespace Invoicing.Sandbox.SalenGo;

/// <summary>The rules of expenses.</summary>
internal static class Expenses
{
    public static void Check(Work work, Record expense, Record? old)
    {
        if (work.IsStaff)
        {
            // Ignored for staff. [official]
            expense[Names.StaffId] = old is null ? work.StaffId : old[Names.StaffId];
            if (expense.Whole(Names.ClientId) != 0 && !IsAssigned(work.Company, expense))
            {
                work.Fail(Names.ClientId, "the client is not assigned to you");
            }
        }
        else if (expense[Names.StaffId] is not long staff)
        {
            work.Fail(Names.StaffId, "value is required for administrators"); // [official]
        }
        else if (staff is not (Company.AdminId or Company.StaffId))
        {
            work.Fail(Names.StaffId, "there is no such staff");
        }

        expense[Names.Amount] = Sums.Round(expense.Number(Names.Amount));
        expense[Names.Date] ??= work.Now.Date;
    }

    /// <summary>Staff reach their own expenses and those of the clients assigned to them. [official]</summary>
    public static bool IsVisible(Work work, Record expense) =>
        !work.IsStaff || expense.Whole(Names.StaffId) == work.StaffId || IsAssigned(work.Company, expense);

    /// <summary>
    /// A tax that is part of the amount. For one tax the rule is [official]; that two share the same net amount, and that a tax amount that
    /// was sent stands, are [assumption].
    /// </summary>
    public static object? Tax(Record expense, string tax)
    {
        if (expense[tax + "_amount"] is decimal sent)
        {
            return sent;
        }

        var amount = expense.Number(Names.Amount);
        var percent = expense.Number(tax + "_percent");
        var both = 100 + expense.Number("tax1_percent") + expense.Number("tax2_percent");
        return both == 0 ? 0m : Sums.Round(amount * percent / both);
    }

    private static bool IsAssigned(Company company, Record expense) =>
        company.Store(Names.Client).Find(expense.Whole(Names.ClientId))?.Whole(Names.AssignedStaff) == Company.StaffId;
}
