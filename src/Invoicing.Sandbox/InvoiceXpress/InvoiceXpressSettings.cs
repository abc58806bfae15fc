namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>
/// Behaviour that others saw at the real service, or that its description leaves open (docs/sandbox.md#invoicexpress). Tests choose it.
/// </summary>
internal sealed class InvoiceXpressSettings
{
    /// <summary>Form of price and quantity in single documents: three independent clients read text, the description says number. [seen]</summary>
    public NumberForm SingleReads { get; set; } = NumberForm.Text;

    /// <summary>Form of <c>send_options</c> and <c>payment_days</c> of clients. [seen]</summary>
    public NumberForm ClientNumbers { get; set; } = NumberForm.Number;

    /// <summary>Form of the name of a series that is all digits: it came as a number once. [seen]</summary>
    public NumberForm SeriesNames { get; set; } = NumberForm.Text;

    /// <summary>Shape of a refusal of a guide: a list was seen, the description has one object. [seen]</summary>
    public GuideErrorForm GuideErrors { get; set; } = GuideErrorForm.List;

    /// <summary>True if a guide needs a due date, as the description says; one was made without. [seen]</summary>
    public bool GuidesNeedDueDate { get; set; }

    /// <summary>True if <c>loaded_at</c> needs a time, as the description says; one was made with a day alone. [seen]</summary>
    public bool LoadedAtNeedsTime { get; set; }

    /// <summary>Form of <c>loaded_at</c> in answers. The description has none there. [seen]</summary>
    public LoadedAtForm LoadedAt { get; set; } = LoadedAtForm.Absent;

    /// <summary>True if the rate of a tax must be text in an update too. [official]</summary>
    public bool TaxUpdateNeedsText { get; set; }

    /// <summary>True if taxes of lines come with their identifier, and neither name nor value. [seen]</summary>
    public bool TaxesByIdAlone { get; set; }

    /// <summary>True if lists of invoices have documents of a type that nobody describes. [seen]</summary>
    public bool PurchaseOrders { get; set; }

    /// <summary>True if contacts, addresses and taxes in answers have fields that nobody describes. [seen]</summary>
    public bool UnknownFields { get; set; }

    /// <summary>Body of the 202 while a PDF is made. [official]; none: [seen]</summary>
    public PdfWaitForm PdfWait { get; set; } = PdfWaitForm.Json;

    /// <summary>Status of a look-up by name or code that finds nothing: the description says 404, one integrator saw 500 always. [seen]</summary>
    public MissingClientStatus MissingClient { get; set; } = MissingClientStatus.NotFound;
}

internal enum NumberForm
{
    Number,
    Text,
}

internal enum GuideErrorForm
{
    List,
    Object,
}

internal enum LoadedAtForm
{
    Absent,
    Date,
    Moment,
    Iso,
}

internal enum PdfWaitForm
{
    Json,
    Empty,
}

internal enum MissingClientStatus
{
    NotFound,
    ServerError,
}
