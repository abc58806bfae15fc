using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Taxes (docs/facts/invoicexpress.md#taxes).</summary>
internal sealed class InvoiceXpressTaxes(ConnectorContext context) :
    InvoiceXpressResource<Tax>(context, "tax", InvoiceXpressMaps.Tax), IReader<Tax>, ICreator<Tax>, IUpdater<Tax>, IRemover<Tax>
{
    protected override Endpoint ListOperation => InvoiceXpressEndpoints.Taxes.List;

    protected override Endpoint GetOperation => InvoiceXpressEndpoints.Taxes.Get;

    protected override Endpoint CreateOperation => InvoiceXpressEndpoints.Taxes.Create!;

    protected override Endpoint UpdateOperation => InvoiceXpressEndpoints.Taxes.Update!;

    protected override Endpoint RemoveOperation => InvoiceXpressEndpoints.Taxes.Delete!;

    protected override void Check(Tax item) => InvoiceXpressRules.Check(item);
}
