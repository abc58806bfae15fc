using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>Recurring profiles (docs/facts/salengo.md#subscriptions, #recurring-invoices).</summary>
internal sealed class RecurringProfiles(ConnectorContext context) :
    SalenGoResource<Recurring>(context, "recurring", "recurrings", maps => maps.Recurring),
    IReader<Recurring>, ICreator<Recurring>, IUpdater<Recurring>, IRemover<Recurring>
{
    protected override async Task FillAsync(Recurring item, bool isNew, CancellationToken cancel)
    {
        if (isNew || item.Lines.Count > 0)
        {
            SalenGoRules.Of(item.Lines).Throw("recurring profile");
        }

        if (isNew)
        {
            Complaints.Throw("recurring profile", item.Frequency is null ? [new FieldError(nameof(Recurring.Frequency), "is missing")] : []);
            item.Client = await Parties.ResolveAsync(Context, "recurring profile", item.Client, cancel).ConfigureAwait(false);
        }

        await SalenGoTaxTable.ResolveAsync(Context, "recurring profile", item.Lines, cancel).ConfigureAwait(false);
    }

    protected override JObject Write(Recurring item)
    {
        JObject row = base.Write(item);
        Parties.Write(Calls.Maps, row, item.Client);
        return row;
    }

    protected override Recurring Read(JObject row)
    {
        Recurring profile = base.Read(row);
        profile.Client = Calls.Maps.PartyOf(row, profile) is { } client ? Context.Own(client) : null;
        SalenGoRules.TidyTaxes(profile.Lines);
        return profile;
    }

    /// <summary>The answer of a create names the first invoice when it was issued at once [inferred].</summary>
    protected override void Complete(Recurring whole, Recurring made) => whole.FirstInvoiceId ??= made.FirstInvoiceId;

    protected override Func<Task<Recurring?>>? LookUp(Recurring item, CancellationToken cancel) => string.IsNullOrEmpty(item.Reference)
        ? null
        : () => List(new ListFilter { ClientId = item.ClientId }).FirstAsync(
            profile => profile.Reference == item.Reference && profile.ClientId == item.ClientId,
            cancel);
}
