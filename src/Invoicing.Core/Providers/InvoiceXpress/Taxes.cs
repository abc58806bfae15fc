using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Taxes (docs/facts/invoicexpress.md#taxes).</summary>
internal sealed class Taxes : Resource<Tax>, IReader<Tax>, ICreator<Tax>, IUpdater<Tax>, IRemover<Tax>
{
    public Taxes(ConnectorContext context)
        : base(context, "tax", Maps.Tax)
    {
    }

    protected override Endpoint ListOperation => Operations.ListTaxes;

    protected override Endpoint GetOperation => Operations.GetTax;

    protected override Endpoint CreateOperation => Operations.CreateTax;

    protected override Endpoint UpdateOperation => Operations.UpdateTax;

    protected override Endpoint RemoveOperation => Operations.DeleteTax;

    protected override void Check(Tax item) => Rules.Check(item);
}
