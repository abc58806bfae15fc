using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>Taxes (docs/facts/salengo.md#items-taxes-categories).</summary>
internal sealed class SalenGoTaxes(ConnectorContext context) :
    SalenGoResource<Tax>(context, "tax", "taxes", maps => maps.Tax), IReader<Tax>, ICreator<Tax>, IUpdater<Tax>, IRemover<Tax>
{
    protected override Task FillAsync(Tax item, bool isNew, CancellationToken cancel)
    {
        SalenGoRules.NeedName("tax", item.Name);
        return Task.CompletedTask;
    }

    public override IReadOnlyList<LeftOutValue> LeftOut(Tax item, bool isNew) =>
        SalenGoRules.LeftOut($"Tax '{item.Name}'", (nameof(Tax.Region), item.Region), (nameof(Tax.Code), item.Code));

    protected override Func<Task<Tax?>>? LookUp(Tax item, CancellationToken cancel) =>
        () => List(new ListFilter()).FirstAsync(made => made.Name == item.Name && made.Rate == (item.Rate ?? 0), cancel);
}
