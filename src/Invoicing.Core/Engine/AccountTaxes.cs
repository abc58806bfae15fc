using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>The taxes of an account, read once a session, and again when a line names one that is not among them.</summary>
internal sealed class AccountTaxes
{
    private AccountTaxes(IReadOnlyList<Tax> all) => All = all;

    public IReadOnlyList<Tax> All { get; }

    /// <summary>Gets the taxes.</summary>
    /// <param name="context">The session.</param>
    /// <param name="read">Reads them.</param>
    /// <param name="isEnough">Tells whether all that is needed is among them; one may have been added since they were read.</param>
    public static async Task<AccountTaxes> GetAsync(
        ConnectorContext context, Func<Task<IReadOnlyList<Tax>>> read, Func<IReadOnlyList<Tax>, bool>? isEnough = null)
    {
        AccountTaxes taxes = await LoadAsync(anew: false).ConfigureAwait(false);
        return isEnough?.Invoke(taxes.All) != false ? taxes : await LoadAsync(anew: true).ConfigureAwait(false);

        Task<AccountTaxes> LoadAsync(bool anew) =>
            context.Session.Cache.GetAsync(async () => new AccountTaxes(await read().ConfigureAwait(false)), anew);
    }

    /// <summary>Gives each line its tax, or refuses all of them with the complaints.</summary>
    /// <param name="what">The name of the document, for the error.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="find">Lists the taxes that a line can mean.</param>
    /// <param name="complain">The complaint about a line that means no tax, or several; <c>null</c> where it may stay without.</param>
    /// <param name="comparesAmounts">True if the amounts of a line that was read are those of its tax.</param>
    /// <param name="enter">Enters the tax in the line.</param>
    public void Enter(
        string what,
        IReadOnlyList<InvoiceLine> lines,
        Func<InvoiceLine, IReadOnlyList<Tax>> find,
        Func<InvoiceLine, IReadOnlyList<Tax>, string?> complain,
        bool comparesAmounts,
        Action<InvoiceLine, Tax> enter)
    {
        var errors = new List<FieldError>();
        for (int i = 0; i < lines.Count; i++)
        {
            IReadOnlyList<Tax> found = find(lines[i]);
            string? complaint = found.Count != 1 ? complain(lines[i], found)
                : comparesAmounts ? LineTaxes.Contradiction(lines[i], found[0], All)
                : null;
            if (complaint is not null)
            {
                errors.Add(new FieldError(lines.Count > 1 ? $"Line {i + 1} Tax" : "Tax", complaint));
            }
            else if (found.Count == 1)
            {
                enter(lines[i], found[0]);
            }
        }

        Complaints.Throw(what, errors);
    }
}
