using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Taxes (docs/facts/invoicexpress.md#taxes).</summary>
internal sealed class InvoiceXpressTaxes(ConnectorContext context) :
    InvoiceXpressResource<Tax>(context, "tax", InvoiceXpressMaps.Tax, InvoiceXpressEndpoints.Taxes), IReader<Tax>, ICreator<Tax>, IUpdater<Tax>, IRemover<Tax>
{
    public override void Check(Tax item) => InvoiceXpressRules.Check(item);
}
