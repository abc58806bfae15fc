using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Creates a draft of an invoice or another document, from parameters or from a CSV row with these column names. A row has one line, or
/// the lines of -Line.
/// </summary>
[Cmdlet(VerbsCommon.New, "Invoice", SupportsShouldProcess = true)]
[OutputType(typeof(Invoice))]
public sealed class NewInvoiceCommand : InvoiceParameters<IInvoiceCreator>
{
    private readonly Dictionary<InvoiceSession, ItemResolver> _items = [];
    private ProgressReporter? _progress;
    private int _count;

    /// <summary>The client: its object, a row, or text that is looked for as code, tax number and name, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ClientTransformation]
    public Input<ClientIdentity>? Client { get; set; }

    /// <summary>The client's identifier.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? ClientId { get; set; }

    /// <summary>The client's code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? ClientCode { get; set; }

    /// <summary>The client's complete name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? ClientName { get; set; }

    /// <summary>The client's tax number. Beside a name or a code, it must be the tax number of that client.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? ClientTaxNumber { get; set; }

    /// <summary>E-mail address of a client that -CreateMissing creates.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? ClientEmail { get; set; }

    /// <summary>Country of a client that -CreateMissing creates: English name or two-letter code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? ClientCountry { get; set; }

    /// <summary>Type of the document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(InvoiceType))]
    [ArgumentCompleter(typeof(MemberCompleter<InvoiceType>))]
    public Input<InvoiceType>? Type { get; set; }

    /// <summary>The document that a credit or debit note corrects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [InvoiceTransformation]
    public Input<InvoiceIdentity>? For { get; set; }

    /// <summary>Name of the single line: an item code or a short name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Item")]
    [TextTransformation]
    public Input<string>? Name { get; set; }

    /// <summary>
    /// Code of the item in the catalogue, at providers whose lines refer to items. Name, price, unit and tax default to the item's.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Sku")]
    [TextTransformation]
    public Input<string>? ItemCode { get; set; }

    /// <summary>The provider's identifier of the item.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? ItemId { get; set; }

    /// <summary>The provider's identifier of the warehouse for the goods.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? WarehouseId { get; set; }

    /// <summary>Description of the single line.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Description { get; set; }

    /// <summary>Quantity of the single line, such as 2.5. Default: 1.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public Input<decimal>? Quantity { get; set; }

    /// <summary>Price of one unit, such as 20.00; without tax, unless prices include it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Price")]
    [AmountTransformation]
    public Input<decimal>? UnitPrice { get; set; }

    /// <summary>Unit of the single line, such as hour.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Unit { get; set; }

    /// <summary>Tax of the single line: its name at the provider, such as IVA23, or its rate in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TaxTransformation]
    public Input<string>? Tax { get; set; }

    /// <summary>Discount of the single line in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    public Input<decimal>? Discount { get; set; }

    /// <summary>
    /// Creates no document whose -Reference exists already. An existing draft is written, so that the pipeline continues with it;
    /// an issued document is skipped.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>
    /// Creates a missing client and, at providers whose lines refer to items, missing items. Each is created once.
    /// </summary>
    [Parameter]
    public SwitchParameter CreateMissing { get; set; }

    /// <summary>
    /// Taxes of another account, by name or rate, and the taxes of this one that take their place in a document from the pipeline, such as
    /// @{ 'IVA23' = '24' }. Default: the one tax of this account that has the same rate.
    /// </summary>
    [Parameter]
    public IDictionary? TaxMap { get; set; }

    /// <summary>The row or document from the pipeline. Errors carry it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        Target ??= Reference.Get();
        var invoice = new Invoice();
        Apply(invoice);
        if (Line is null or { Values.Length: 0 })
        {
            invoice.Lines = [OwnLine()];
        }

        if (Source is Invoice piped)
        {
            // The lines become lines of a new document, which have no identifiers yet.
            invoice.Lines.ToList().ForEach(line => line.Extra.Clear());
            WarnOfLoss(piped);
        }

        Settle(invoice.Lines, TaxMap);
        IInvoiceCreator creator = Provider(Own);
        invoice.ReferenceIsKey = SkipExisting;
        if (SkipExisting && IsThere(creator, invoice))
        {
            return;
        }

        ClientIdentity identity = WhichClient();
        Client? found = ClientOrNone(identity);
        CheckTaxNumber(identity, found);
        invoice.Client = found ?? NewClient(identity);
        invoice.CorrectedInvoiceId = CorrectedId();

        HashSet<int> unknown = creator is IItemLinker ? Link(invoice) : [];

        // Before a missing client or article is made: a document that is refused shall leave none behind.
        PreparedChange<Invoice> ready = Await(creator.PrepareAsync(invoice, Cancel));
        if (found is null)
        {
            ready.Record.Client = CreateClient(identity, invoice.Client);
        }

        foreach (int line in unknown)
        {
            CreateItem(ready.Record.Lines[line], invoice);
        }

        if (ShouldProcess($"{invoice.Type} for '{invoice.Client}' with reference '{invoice.Reference}' in session '{SessionFor(Own)}': {ready.Totals}", "Create"))
        {
            WriteObject(Await(ready.SendAsync(Cancel)));
            (_progress ??= new ProgressReporter(this, "Creating documents")).Count(++_count, null, "created");
        }
    }

    /// <inheritdoc/>
    protected override void End() => _progress?.End();

    private InvoiceLine OwnLine()
    {
        InvoiceLine line = Fill(new InvoiceLine());
        line.Quantity ??= 1;
        return line;
    }

    private bool IsThere(IInvoiceCreator creator, Invoice invoice)
    {
        if (invoice.Reference is null)
        {
            throw InvoicingException.InvalidInput("document", [new FieldError(nameof(Reference), "-SkipExisting needs one to look for")]);
        }

        if (Await(creator.FindByReferenceAsync(invoice.Type, invoice.Reference, Cancel)) is not { } there)
        {
            return false;
        }

        WriteVerbose($"{there} with reference '{invoice.Reference}' is there already ({there.State}).");
        if (there.State == InvoiceState.Draft)
        {
            WriteObject(there);
        }

        return true;
    }

    /// <summary>The object that this comes out of; the document goes to its session.</summary>
    private InvoiceRecord? Source => InputValue.Unwrap(InputObject) as InvoiceRecord ?? Client.Get()?.Client;

    /// <summary>The object that this comes out of, if it belongs to the account that the document goes to.</summary>
    private InvoiceRecord? Own => OwnOrNone(Source);

    private ItemResolver Items
    {
        get
        {
            InvoiceSession session = SessionFor(Own);
            if (!_items.TryGetValue(session, out ItemResolver? resolver))
            {
                _items[session] = resolver = new ItemResolver(Use<IReader<Item>>(Own));
            }

            return resolver;
        }
    }

    /// <summary>Gives lines their articles. A name that is none's is free text; a code must be somebody's.</summary>
    /// <returns>Indexes of the lines whose articles are missing and shall be created.</returns>
    private HashSet<int> Link(Invoice invoice)
    {
        var unknown = new HashSet<int>();
        for (int i = 0; i < invoice.Lines.Count; i++)
        {
            InvoiceLine line = invoice.Lines[i];
            if (Await(Items.LinkAsync(line, invoice.PricesIncludeTax == true, Cancel)))
            {
                continue;
            }

            if (CreateMissing)
            {
                line.Name ??= line.ItemCode;
                unknown.Add(i);
            }
            else if (line.ItemCode is { } code)
            {
                throw new InvoicingException(ErrorKind.NotFound, $"There is no item '{code}'.")
                {
                    Advice = "Make it with New-InvoiceItem, or use -CreateMissing.",
                };
            }
        }

        return unknown;
    }

    private void CreateItem(InvoiceLine line, Invoice invoice)
    {
        // An earlier line may refer to the same item.
        if (Await(Items.LinkAsync(line, invoice.PricesIncludeTax == true, Cancel)))
        {
            return;
        }

        var item = new Item
        {
            Code = line.ItemCode,
            Name = line.Name,
            Description = line.Description,
            Unit = line.Unit,
            UnitPrice = line.UnitPrice,
            PriceIncludesTax = invoice.PricesIncludeTax,
        };
        if (ShouldProcess($"item '{item}' in session '{SessionFor(Own)}'", "Create"))
        {
            Items.Remember(Await(Use<ICreator<Item>>(Own).CreateAsync(item, Cancel)));
            Await(Items.LinkAsync(line, invoice.PricesIncludeTax == true, Cancel));
        }
    }

    private string? CorrectedId() => For.Get() is not { } corrected ? null
        : corrected.Id ?? FindInvoice(corrected, null, whole: false).Id;

    private ClientIdentity WhichClient() => Client.Get() is { } client ? client
        : Source is { } piped && (piped is Invoicing.Client || (piped is Invoice { Client: not null } && Own is null)) ? ClientIdentity.From(piped, RecordKeyKind.Any)
        : Key(RecordKeyKind.Id, ClientId) ?? Key(RecordKeyKind.Code, ClientCode) ?? Key(RecordKeyKind.Name, ClientName) ?? Key(RecordKeyKind.TaxNumber, ClientTaxNumber)
        ?? throw InvoicingException.InvalidInput("document", [new FieldError(nameof(Client), "is missing")]);

    private static ClientIdentity? Key(RecordKeyKind kind, Input<string>? given) => given.Get() is { } text ? ClientIdentity.By(kind, text) : null;

    /// <summary>Two readings of who is meant: the client that the key names, and the client that has the tax number.</summary>
    private void CheckTaxNumber(ClientIdentity identity, Client? found)
    {
        if (ClientTaxNumber.Get() is not { } number || identity.Key is not { Kind: not RecordKeyKind.TaxNumber } key)
        {
            return;
        }

        if (found?.TaxNumber is { Length: > 0 } own && !TaxNumberText.IsSame(own, number))
        {
            throw new InvoicingException(ErrorKind.Conflict, $"The client {key} is {found} (id {found.Id}) and has the tax number '{own}', not '{number}'.")
            {
                Advice = "Correct the row or the client.",
            };
        }

        if (found is null && CreateMissing && ClientOrNone(ClientIdentity.By(RecordKeyKind.TaxNumber, number)) is { } other)
        {
            throw new InvoicingException(ErrorKind.Conflict, $"There is no client {key}, but {other} (id {other.Id}) has the tax number '{number}'.")
            {
                Advice = "Give the name as it is stored, or the tax number alone.",
            };
        }
    }

    /// <summary>A client as it is created where there is none. A code or a tax number is never taken for a name.</summary>
    private Client NewClient(ClientIdentity identity)
    {
        if (!CreateMissing)
        {
            throw new InvoicingException(ErrorKind.NotFound, $"There is no client {identity.Key?.ToString() ?? $"'{identity}'"} in session '{SessionFor(Own)}'.")
            {
                Advice = "Make it with New-InvoiceClient, or use -CreateMissing.",
            };
        }

        if (identity.Client is { } foreign)
        {
            WarnOfLoss(foreign);
            Client copy = Whole(foreign).Copy();
            (copy.Id, copy.Session) = (null, null);
            copy.Extra.Clear();
            return copy;
        }

        RecordKey key = identity.Key!;
        string? name = ClientName.Get() ?? (key.Kind == RecordKeyKind.Name || (key.Kind == RecordKeyKind.Any && IsLikeName(key.Text)) ? key.Text : null);
        string? code = ClientCode.Get() ?? (key.Kind == RecordKeyKind.Code ? key.Text : null);
        return name is null
            ? throw new InvoicingException(ErrorKind.NotFound, $"There is no client {key}, and -CreateMissing needs the name of a new one.")
            {
                Advice = "Give -ClientName too, or a column ClientName.",
            }
            : new Client
            {
                Name = name,
                Code = HasCodes ? code : null,
                RegistrationNumber = HasCodes ? null : code,
                TaxNumber = ClientTaxNumber.Get(),
                Email = ClientEmail.Get(),
                Country = ClientCountry.Get(),
            };
    }

    /// <summary>Text with letters, and not a code such as C0001, an id or a tax number.</summary>
    private static bool IsLikeName(string text) => text.Any(char.IsLetter) && (text.Any(char.IsWhiteSpace) || !text.Any(char.IsDigit)) && !TaxNumberText.IsLike(text);

    /// <summary>True if the provider stores your own codes: a created client must be found by the key it was looked up by.</summary>
    private bool HasCodes => Use<IFinder<Client>>(Own) is not IRegistrationFinder;

    private Client CreateClient(ClientIdentity identity, Client client)
    {
        if (!ShouldProcess($"client '{client}' in session '{SessionFor(Own)}'", "Create"))
        {
            return client;
        }

        Client made = Await(Use<ICreator<Client>>(Own).CreateAsync(client, Cancel));
        foreach (RecordKey key in identity.Key is { } named ? [named] : ClientSearch.KeysOf(client))
        {
            Clients(SessionFor(Own)).Note(key, made);
        }

        return made;
    }
}
