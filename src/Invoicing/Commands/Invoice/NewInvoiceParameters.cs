using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The parameters of a new document beside its fields: who is invoiced, and the single line of a row.</summary>
public abstract class NewInvoiceParameters : InvoiceParameters<IInvoiceCreator>
{
    private protected NewInvoiceParameters()
    {
    }

    /// <summary>The client: its object, a row, or text that is looked for as code, tax number and name, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ClientTransformation]
    [Completes]
    public Input<ClientIdentity>? Client { get; set; }

    /// <summary>The client's identifier.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ClientId { get; set; }

    /// <summary>The client's code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ClientCode { get; set; }

    /// <summary>The client's complete name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ClientName { get; set; }

    /// <summary>The client's tax number. Beside a name or a code, it must be the tax number of that client.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ClientTaxNumber { get; set; }

    /// <summary>E-mail address of a client that -CreateMissing creates.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ClientEmail { get; set; }

    /// <summary>Country of a client that -CreateMissing creates: English name or two-letter code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ClientCountry { get; set; }

    /// <summary>Type of the document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(InvoiceType))]
    [Completes]
    public Input<InvoiceType>? Type { get; set; }

    /// <summary>The document that a credit or debit note corrects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [InvoiceTransformation]
    [Completes]
    public Input<InvoiceIdentity>? For { get; set; }

    /// <summary>Name of the single line: an item code or a short name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Item")]
    [TextTransformation]
    [Completes]
    public Input<string>? Name { get; set; }

    /// <summary>
    /// Code of the item in the catalogue, at providers whose lines refer to items. Name, price, unit and tax default to the item's.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Sku")]
    [TextTransformation]
    [Completes]
    public Input<string>? ItemCode { get; set; }

    /// <summary>The provider's identifier of the item.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ItemId { get; set; }

    /// <summary>The provider's identifier of the warehouse for the goods.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? WarehouseId { get; set; }

    /// <summary>Description of the single line.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Description { get; set; }

    /// <summary>Quantity of the single line, such as 2.5. Default: 1.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? Quantity { get; set; }

    /// <summary>Price of one unit, such as 20.00; without tax, unless prices include it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Price")]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? UnitPrice { get; set; }

    /// <summary>Unit of the single line, such as hour.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Unit { get; set; }

    /// <summary>Tax of the single line: its name at the provider, such as IVA23, or its rate in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TaxTransformation]
    [Completes]
    public Input<string>? Tax { get; set; }

    /// <summary>Discount of the single line in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    [Completes]
    public Input<decimal>? Discount { get; set; }

    /// <summary>The row or document from the pipeline. Errors carry it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Takes everything that makes the document from the row: later rows change the parameters.</summary>
    private protected InvoiceOrder Order()
    {
        var invoice = new Invoice();
        Apply(invoice);
        if (Source is Invoice summary && summary.IsPartial())
        {
            invoice.Lines = invoice.Lines.Count > 0 ? invoice.Lines : Whole(summary).Copy().Lines;
        }

        if (invoice.Lines.Count == 0)
        {
            InvoiceLine line = Fill(new InvoiceLine());
            line.Quantity ??= 1;
            invoice.Lines = [line];
        }

        ClientIdentity client = WhichClient();
        return new InvoiceOrder(invoice, client, Row)
        {
            NewClient = new Client
            {
                Name = ClientName.Get() ?? (client.Key is { } key && (key.Kind == RecordKeyKind.Name || (key.Kind == RecordKeyKind.Any && IsLikeName(key.Text))) ? key.Text : null),
                Code = ClientCode.Get(),
                TaxNumber = TaxNumberInput.Read(ClientTaxNumber, nameof(ClientTaxNumber), ClientCountry.Get(), false, WriteWarning),
                Email = ClientEmail.Get(),
                Country = ClientCountry.Get(),
            },
            Corrected = For.Get(),
            Source = Source,
            Target = Target ?? invoice.Reference,
            Given = RowParameters.Of(GetType()).Given(this),
        };
    }

    /// <summary>The object that this comes out of; the document goes to its session.</summary>
    private protected InvoiceRecord? Source => InputValue.Unwrap(InputObject) as InvoiceRecord ?? Client.Get()?.Client;

    /// <summary>Text with letters, and not a code such as C0001, an id or a tax number: a client is never named like one of these.</summary>
    private static bool IsLikeName(string text) =>
        System.Linq.Enumerable.Any(text, char.IsLetter) && (text.IndexOf(' ') >= 0 || !System.Linq.Enumerable.Any(text, char.IsDigit)) && !TaxNumbers.IsLike(text);

    private static ClientIdentity? Key(RecordKeyKind kind, Input<string>? given) => given.Get() is { } text ? ClientIdentity.By(kind, text) : null;

    private ClientIdentity WhichClient() => Client.Get() is { } client && !IsWritten(client) ? client
        : Source is { } piped && (piped is Invoicing.Client || (piped is Invoice { Client: not null } && IsForeign(piped))) ? ClientIdentity.From(piped, RecordKeyKind.Any)
        : Key(RecordKeyKind.Id, ClientId) ?? Key(RecordKeyKind.Code, ClientCode) ?? Key(RecordKeyKind.Name, ClientName) ?? Key(RecordKeyKind.TaxNumber, ClientTaxNumber)
        ?? throw InvoicingException.InvalidInput("document", [new FieldError(nameof(Client), "is missing")]);

    /// <summary>True for the client of a document that went through a file: there it is name and code in words, beside the columns that name it.</summary>
    private bool IsWritten(ClientIdentity client) =>
        client.Key is { Kind: RecordKeyKind.Any, Text: { } text } && ClientId.Get() is not null && ClientName.Get() is { } name && text.StartsWith(name, System.StringComparison.Ordinal);
}
