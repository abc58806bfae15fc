using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>
/// Prepares new documents: the one that is there already, the client, the items, then the provider's own preparation. Clients and items
/// that are missing are prepared too, and created when the plan is sent: a document that is refused leaves none behind.
/// </summary>
internal sealed class InvoicePreparation
{
    private readonly AccountRecords _account;
    private readonly ClientLookup _clients;
    private readonly ItemLookup _items;

    public InvoicePreparation(AccountRecords account)
    {
        _account = account;
        _clients = new ClientLookup(account);
        _items = new ItemLookup(account);
    }

    /// <param name="own">The document: a copy that belongs to the plan.</param>
    /// <param name="options">Options.</param>
    /// <param name="source">The document that it is a copy of.</param>
    /// <param name="cancel">Stops the requests.</param>
    public async Task<InvoicePlan> PrepareAsync(Invoice own, InvoiceOptions options, Invoice? source, CancellationToken cancel)
    {
        IInvoiceCreator creator = _account.Use<IInvoiceCreator>();
        bool skipsExisting = options.SkipExisting || options.UpdateDraft;
        DateTime? givenDate = own.Date;
        own.ReferenceIsKey = skipsExisting;
        own.IsMoved |= options.IsMoved;
        if (CommonRules.BrokenLine(own) is { } broken)
        {
            throw InvoicingException.InvalidInput("document", [broken]);
        }

        Invoice? existing = skipsExisting ? await ExistingAsync(creator, own, cancel).ConfigureAwait(false) : null;
        Client named = own.Client ?? throw InvoicingException.InvalidInput("document", [new FieldError(nameof(Invoice.Client), "is missing")]);
        Client? client = await _clients.FindAsync(named, options.ClientKey, options.CreateMissing, cancel).ConfigureAwait(false);
        if (client is null && existing is not null)
        {
            throw ExistingDocument.Conflict(existing, [$"its client is '{existing.ClientName}', and there is no client {_clients.Words(named, options.ClientKey)}"]);
        }

        PreparedChange<Client>? newClient = client is null ? await NewClientAsync(named, options, cancel).ConfigureAwait(false) : null;
        own.Client = client ?? newClient!.Record;

        // The lines of a copy have the items of its source.
        bool linksItems = creator is IItemLinker && source is null;
        if (linksItems)
        {
            await LinkAsync(own, options, cancel).ConfigureAwait(false);
        }

        PreparedChange<Invoice> ready = await creator.PrepareAsync(own, cancel).ConfigureAwait(false);
        IReadOnlyList<string> differences = existing is null ? [] : ExistingDocument.Differences(existing, ready, givenDate);
        if (existing is not null && differences.Count == 0)
        {
            return new InvoicePlan(ChangeAction.Create, "Create", Target(own, null), _ =>
            {
                _account.Owner.GetJournal().Found(own, existing);
                return Task.FromResult(existing.Copy());
            })
            {
                Existing = existing,
                IsDone = true,
            };
        }

        if (existing is not null && !(options.UpdateDraft && existing.State == InvoiceState.Draft))
        {
            throw ExistingDocument.Conflict(existing, differences);
        }

        if (existing is not null)
        {
            // What the row does not say stays as it is.
            return await _account.Invoices.PrepareUpdateAsync(ExistingDocument.Rewritten(existing, own), existing, cancel).ConfigureAwait(false);
        }

        IReadOnlyList<(InvoiceLine Line, PreparedChange<Item> Item)> newItems =
            linksItems ? await NewItemsAsync(ready.Record, options.CreateMissing, cancel).ConfigureAwait(false) : [];

        return new InvoicePlan(ChangeAction.Create, "Create", Target(ready.Record, source), SendAsync)
        {
            Lines = [.. ready.Record.Lines.Select(line => line.Copy())],
            Totals = ready.Totals,
            CreatesFirst =
            [
                .. newClient is null ? [] : new InvoiceRecord[] { newClient.Record.Copy() },
                .. newItems.GroupBy(one => one.Line.ItemCode ?? one.Line.Name).Select(same => same.First().Item.Record.Copy()),
            ],
            LeftOut = ready.LeftOut,
            IsBinding = ready.IsBinding,
            Cautions = ready.IsBinding ? DateCautions.Future(_account, ready.Record) : [],
        };

        async Task<Invoice> SendAsync(CancellationToken sending)
        {
            if (newClient is not null)
            {
                ready.Record.Client = await _clients.CreateOnceAsync(named, options.ClientKey, newClient, sending).ConfigureAwait(false);
            }

            foreach ((InvoiceLine line, PreparedChange<Item> item) in newItems)
            {
                await _items.CreateOnceAsync(line, item, ready.Record.PricesIncludeTax == true, sending).ConfigureAwait(false);
            }

            return await ready.SendAsync(sending).ConfigureAwait(false);
        }
    }

    /// <summary>The whole document that has the reference: what a list leaves out could not be compared.</summary>
    private async Task<Invoice?> ExistingAsync(IInvoiceCreator creator, Invoice own, CancellationToken cancel)
    {
        string reference = own.Reference
            ?? throw InvoicingException.InvalidInput("document", [new FieldError(nameof(Invoice.Reference), "-SkipExisting needs one to look for")]);
        Invoice? there = await creator.FindByReferenceAsync(own.Type, reference, cancel).ConfigureAwait(false);
        if (there is { IsPartial: true, Id: { } id })
        {
            there = await _account.Use<IInvoiceReader>().GetAsync(there.Type, id, cancel).ConfigureAwait(false);
        }

        there?.IsExisting = true;

        return there;
    }

    private async Task<PreparedChange<Client>> NewClientAsync(Client named, InvoiceOptions options, CancellationToken cancel) => options.CreateMissing
        ? await _account.Use<ICreator<Client>>().PrepareAsync(_clients.NewClient(named, options.ClientKey), cancel).ConfigureAwait(false)
        : throw new InvoicingException(ErrorKind.NotFound, $"There is no client {_clients.Words(named, options.ClientKey)} in session '{_account.Owner}'.")
        {
            Advice = "Make it with New-InvoiceClient, or use -CreateMissing.",
        };

    /// <summary>Gives lines their items. A name that is no item's is free text; a code must be an item's.</summary>
    private async Task LinkAsync(Invoice own, InvoiceOptions options, CancellationToken cancel)
    {
        foreach (InvoiceLine line in own.Lines)
        {
            if (await _items.LinkAsync(line, own.PricesIncludeTax == true, cancel).ConfigureAwait(false))
            {
                continue;
            }

            if (options.CreateMissing)
            {
                line.Name ??= line.ItemCode;
            }
            else if (line.ItemCode is { } code)
            {
                throw new InvoicingException(ErrorKind.NotFound, $"There is no item '{code}'.")
                {
                    Advice = "Make it with New-InvoiceItem, or use -CreateMissing.",
                };
            }
        }
    }

    /// <summary>Prepares an item for each line that has none. Several lines may be about the same one.</summary>
    private async Task<IReadOnlyList<(InvoiceLine Line, PreparedChange<Item> Item)>> NewItemsAsync(
        Invoice record, bool createMissing, CancellationToken cancel)
    {
        var items = new List<(InvoiceLine, PreparedChange<Item>)>();
        ICreator<Item>? creator = null;
        foreach (InvoiceLine line in createMissing ? record.Lines.Where(line => line.ItemId is null && (line.ItemCode ?? line.Name) is not null) : [])
        {
            creator ??= _account.Use<ICreator<Item>>();
            Item item = ItemLookup.NewItem(line, record.PricesIncludeTax);
            items.Add((line, await creator.PrepareAsync(item, cancel).ConfigureAwait(false)));
        }

        return items;
    }

    private string Target(Invoice invoice, Invoice? source)
    {
        string from = source is null ? "" : $" from {source}";
        string reference = invoice.Reference is { } key ? $" with reference '{key}'" : "";
        return $"{invoice.Type} for '{invoice.Client}'{from}{reference} in session '{_account.Owner}'";
    }
}
