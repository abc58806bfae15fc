using System.Collections.Generic;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>
/// Creates a draft of an invoice or another document, from parameters or from a CSV row with these column names. A row has one line, or
/// the lines of -Line.
/// </summary>
[Cmdlet(VerbsCommon.New, "Invoice", SupportsShouldProcess = true)]
[OutputType(typeof(Invoice))]
public sealed class NewInvoiceCommand : NewInvoiceParameters
{
    private readonly Dictionary<InvoiceSession, ClientResolver> _clients = [];
    private readonly Dictionary<InvoiceSession, ItemResolver> _items = [];
    private readonly OrderReferences _references = new();
    private ProgressReporter? _progress;
    private int _count;

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
    /// Rows that follow each other and have the same reference are the lines of one document. Without it each row is a document, and a second row
    /// with the reference of an earlier one is refused.
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(Reference))]
    public string? GroupBy { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        InvoiceOrder order = Order();
        if (GroupBy is null)
        {
            _references.CheckSingle(order);
            Make(order);
            return;
        }

        string reference = order.Invoice.Reference
            ?? throw InvoicingException.InvalidInput("document", [new FieldError(nameof(Reference), "is missing; -GroupBy needs it in every row")]);
        if (_references.IsOpen(reference))
        {
            _references.Add(order);
        }
        else
        {
            MakeCollected();
            _references.Open(reference, order);
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
        MakeCollected();
        _progress?.End();
    }

    /// <inheritdoc/>
    private protected override void OnBadRow()
    {
        if (GroupBy is null || InputValue.Text(Reference?.Raw) is not { } reference)
        {
            return;
        }

        if (!_references.IsOpen(reference))
        {
            MakeCollected();
            _references.Open(reference, null);
        }

        _references.Break(Row);
    }

    /// <summary>Creates the document whose rows are complete. What goes wrong is an error of its first row.</summary>
    private void MakeCollected()
    {
        if (_references.Close(out Row? broken) is not { } order)
        {
            return;
        }

        using (As(order.Row, order.Target))
        {
            try
            {
                if (broken is not null)
                {
                    throw new InvoicingException(ErrorKind.InvalidInput, $"The document was not created: its {broken} is wrong.") { Advice = "Correct that row and run all rows of the document again." };
                }

                Make(order);
            }
            catch (InvoicingException failure)
            {
                WriteFailure(failure, Target);
            }
        }
    }

    private void Make(InvoiceOrder order)
    {
        Invoice invoice = order.Invoice;
        Target = order.Target;
        IInvoiceCreator creator = Provider(order.Source);
        invoice.ReferenceIsKey = SkipExisting;
        if (SkipExisting && IsThere(creator, invoice))
        {
            return;
        }

        Client? found = Await(Clients(order.Source).FindAsync(order.Client, Cancel));
        invoice.Client = found ?? NewClient(order);
        invoice.CorrectedInvoiceId = CorrectedId(order);

        List<InvoiceLine> unknown = creator is IItemLinker ? Link(invoice, order.Source) : [];

        // Before a missing client or item is created: a refused document must leave none behind.
        InvoiceTotals totals = Await(creator.PreviewAsync(invoice, Cancel));
        if (found is null)
        {
            invoice.Client = CreateClient(order, invoice.Client);
        }

        unknown.ForEach(line => CreateItem(line, invoice, order.Source));

        if (ShouldProcess($"{invoice.Type} for '{invoice.Client}' with reference '{invoice.Reference}' in session '{SessionFor(order.Source)}': {totals}", "Create"))
        {
            WriteObject(Await(creator.CreateAsync(invoice, Cancel)));
            (_progress ??= new ProgressReporter(this, "Creating documents")).Count(++_count, null, "created");
        }
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

    /// <summary>Client resolver of a session: one pipeline can carry objects of several sessions.</summary>
    private ClientResolver Clients(InvoiceRecord? source)
    {
        InvoiceSession session = SessionFor(source);
        if (!_clients.TryGetValue(session, out ClientResolver? resolver))
        {
            _clients[session] = resolver = new ClientResolver(Use<IReader<Client>>(source), Use<IFinder<Client>>(source));
        }

        return resolver;
    }

    private ItemResolver Items(InvoiceRecord? source)
    {
        InvoiceSession session = SessionFor(source);
        if (!_items.TryGetValue(session, out ItemResolver? resolver))
        {
            _items[session] = resolver = new ItemResolver(Use<IReader<Item>>(source));
        }

        return resolver;
    }

    /// <summary>Resolves the items of lines. An unknown name is free text; an unknown code is an error.</summary>
    /// <returns>The lines whose items are to be created.</returns>
    private List<InvoiceLine> Link(Invoice invoice, InvoiceRecord? source)
    {
        var unknown = new List<InvoiceLine>();
        foreach (InvoiceLine line in invoice.Lines)
        {
            if (Await(Items(source).LinkAsync(line, invoice.PricesIncludeTax == true, Cancel)))
            {
                continue;
            }

            if (CreateMissing)
            {
                line.Name ??= line.ItemCode;
                unknown.Add(line);
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

    private void CreateItem(InvoiceLine line, Invoice invoice, InvoiceRecord? source)
    {
        // An earlier line may refer to the same item.
        if (Await(Items(source).LinkAsync(line, invoice.PricesIncludeTax == true, Cancel)))
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
        if (ShouldProcess($"item '{item}' in session '{SessionFor(source)}'", "Create"))
        {
            Items(source).Remember(Await(Use<ICreator<Item>>(source).CreateAsync(item, Cancel)));
            Await(Items(source).LinkAsync(line, invoice.PricesIncludeTax == true, Cancel));
        }
    }

    /// <summary>Only the identifier is needed, so nothing is asked where it is given.</summary>
    private string? CorrectedId(InvoiceOrder order) => order.Corrected is not { } corrected ? null
        : corrected.Id ?? Await(new InvoiceResolver(Use<IInvoiceReader>(order.Source)).FindAsync(corrected, null, whole: false, Cancel)).Id;

    /// <summary>The client to create, with its code where the provider keeps it: it must be found by the key it was looked up by.</summary>
    private Client NewClient(InvoiceOrder order)
    {
        if (!CreateMissing)
        {
            throw new InvoicingException(ErrorKind.NotFound, $"There is no client '{order.Client}'.")
            {
                Advice = "Make it with New-InvoiceClient, or use -CreateMissing.",
            };
        }

        Client client = order.NewClient;
        if (Use<IFinder<Client>>(order.Source) is IRegistrationFinder)
        {
            (client.RegistrationNumber, client.Code) = (client.Code, null);
        }

        return client;
    }

    private Client CreateClient(InvoiceOrder order, Client client)
    {
        if (!ShouldProcess($"client '{client}' in session '{SessionFor(order.Source)}'", "Create"))
        {
            return client;
        }

        Client made = Await(Use<ICreator<Client>>(order.Source).CreateAsync(client, Cancel));
        Clients(order.Source).Remember(order.Client, made);
        return made;
    }
}
