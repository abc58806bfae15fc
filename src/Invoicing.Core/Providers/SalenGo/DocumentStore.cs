using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Journal;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// Documents of one type: invoices, or estimates, which the model calls quotes (docs/facts/salengo.md#invoices, #other-records).
/// </summary>
internal sealed class DocumentStore : SalenGoResource<Invoice>
{
    public static readonly IReadOnlyCollection<InvoiceType> Types = [InvoiceType.Invoice, InvoiceType.Quote];

    private readonly InvoiceType _type;

    private DocumentStore(ConnectorContext context, InvoiceType type, string name)
        : base(context, name, name + "s", maps => type == InvoiceType.Quote ? maps.Estimate : maps.Invoice) => _type = type;

    /// <summary>Name of the resource, with which the names of its methods begin.</summary>
    public string Method => Name;

    public static DocumentStore Of(ConnectorContext context, InvoiceType type) => type switch
    {
        InvoiceType.Invoice => new DocumentStore(context, type, "invoice"),
        InvoiceType.Quote => new DocumentStore(context, type, "estimate"),
        _ => throw new InvoicingException(
            ErrorKind.NotSupported, $"SalenGo has no documents of the type {type}; it has {string.Join(" and ", Types)}."),
    };

    public Task CallAsync(string verb, Invoice invoice, CancellationToken cancel) =>
        Calls.SendAsync($"{Name}/{verb}", Identified(invoice.Id), cancel);

    /// <summary>Changes the word for the state and nothing else: what is left out keeps its value.</summary>
    public Task SetStatusAsync(Invoice invoice, string status, CancellationToken cancel)
    {
        JObject row = Identified(invoice.Id);
        row[Map.NameOf(nameof(Invoice.State))!] = status;
        return Calls.SendAsync($"{Name}/update", new JObject { [Calls.Name(Name)] = row }, cancel);
    }

    protected override JObject Write(Invoice item)
    {
        JObject row = base.Write(item);
        Parties.Write(Calls.Maps, row, item.Client);
        return row;
    }

    protected override Invoice Read(JObject row)
    {
        Invoice invoice = base.Read(row);
        invoice.Type = _type;
        SalenGoRules.TidyTaxes(invoice.Lines);
        invoice.Client = Calls.Maps.PartyOf(row, invoice) is { } client ? Context.Own(client) : null;
        invoice.State = SalenGoMaps.IsDeleted(invoice) ? InvoiceState.Deleted : invoice.State;
        invoice.Archived = invoice.Extra.ContainsKey("folder") ? SalenGoMaps.IsIn(invoice, SalenGoVocabulary.Archived) : null;
        invoice.GlobalDiscount = invoice.GlobalDiscount == 0 ? null : invoice.GlobalDiscount;
        invoice.GlobalDiscountType = invoice.GlobalDiscount is null ? null : "percentage";
        invoice.Withholding = DocumentRules.WithholdingOf(invoice.Lines);
        Split(invoice);
        return invoice;
    }

    protected override Func<Task<Invoice?>>? LookUp(Invoice item, CancellationToken cancel) => () => LostDocumentMatcher.FindAsync(
        List(new ListFilter { ClientId = item.ClientId }), item, SalenGoTotals.Of(item.Lines, item.GlobalDiscount).Total, cancel);

    protected override string Words(Invoice item) => CommonRules.Name(item);

    protected override ChangeSubject Subject(Invoice item) =>
        ChangeSubjects.Of(item, Words(item), SalenGoTotals.Of(item.Lines, item.GlobalDiscount).Total);

    protected override Func<string, Task<Invoice?>>? GetBefore(Invoice item, CancellationToken cancel) =>
        ChangeSubjects.Getter(id => GetAsync(id, cancel));

    protected override Invoice Believe(Invoice made, Invoice sent) => ChangeSubjects.Own(made, sent, Context);

    /// <summary>The provider tells the total alone; what of it is tax is told where our sum comes to the same.</summary>
    private static void Split(Invoice invoice)
    {
        InvoiceTotals? totals = Computed.OrNone(() => SalenGoTotals.Of(invoice.Lines, invoice.GlobalDiscount));
        if (invoice.Lines.Count > 0 && totals is not null && totals.Total == invoice.Total)
        {
            invoice.NetTotal = totals.Net;
            invoice.TaxTotal = totals.Tax - totals.Withholding;
        }
    }
}
