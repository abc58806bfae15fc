using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Taxes (docs/facts/invoicexpress.md#taxes).</summary>
internal sealed class Taxes : Resource<Tax>, IReader<Tax>, ICreator<Tax>, IUpdater<Tax>, IRemover<Tax>
{
    public Taxes(ConnectorContext context)
        : base(context, "tax", Maps.Tax)
    {
    }

    protected override Operation ListOperation => Operations.ListTaxes;

    protected override Operation GetOperation => Operations.GetTax;

    protected override Operation CreateOperation => Operations.CreateTax;

    protected override Operation UpdateOperation => Operations.UpdateTax;

    protected override Operation RemoveOperation => Operations.DeleteTax;

    protected override void Check(Tax item) => Rules.Check(item);
}
