using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Taxes (docs/facts/invoicexpress.md#taxes).</summary>
internal sealed class InvoiceXpressTaxes : InvoiceXpressResource<Tax>, IReader<Tax>, ICreator<Tax>, IUpdater<Tax>, IRemover<Tax>
{
    public InvoiceXpressTaxes(ConnectorContext context)
        : base(context, "tax", InvoiceXpressMaps.Tax)
    {
    }

    protected override Endpoint ListOperation => InvoiceXpressEndpoints.ListTaxes;

    protected override Endpoint GetOperation => InvoiceXpressEndpoints.GetTax;

    protected override Endpoint CreateOperation => InvoiceXpressEndpoints.CreateTax;

    protected override Endpoint UpdateOperation => InvoiceXpressEndpoints.UpdateTax;

    protected override Endpoint RemoveOperation => InvoiceXpressEndpoints.DeleteTax;

    protected override void Check(Tax item) => InvoiceXpressRules.Check(item);
}
