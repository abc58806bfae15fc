using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>An account with its clients, invoices and payments.</summary>
internal sealed class Book
{
    private readonly Dictionary<(int Year, string Number), Record> _numbers = new();
    private readonly Dictionary<long, decimal> _paid = new();
    private readonly Shelf _payments = new(301);

    public Book(Record account)
    {
        Account = account;
        var accounts = new Shelf(12);
        if (account.Id == 0)
        {
            accounts.Add(account, Slug.Of(account.Text("name")));
        }
        else
        {
            accounts.Put(account, Slug.Of(account.Text("name")));
        }

        Accounts = accounts;
    }

    public Record Account { get; }

    public Shelf Accounts { get; }

    public Shelf Clients { get; } = new(81);

    public Shelf Invoices { get; } = new(1201);

    /// <summary>Numbers are unique for each account and year. [seen]</summary>
    public bool IsTaken(Record invoice) =>
        invoice["date"] is DateTime date
        && _numbers.TryGetValue((date.Year, invoice.Text("number")), out var other)
        && other.Id != invoice.Id;

    public void AddClient(Record client) => Clients.Add(client, Slug.Of(client.Text("name")));

    public void AddInvoice(Record invoice)
    {
        Invoices.Add(invoice);
        _numbers[Key(invoice)] = invoice;
    }

    /// <summary>Keeps a client of another company under the id that it has.</summary>
    public void PutClient(Record client) => Clients.Put(client, Slug.Of(client.Text("name")));

    /// <summary>Keeps an invoice of another company under the id that it has.</summary>
    public void PutInvoice(Record invoice)
    {
        Invoices.Put(invoice);
        _numbers[Key(invoice)] = invoice;
    }

    public void ChangeInvoice(Record invoice, Record changed)
    {
        _numbers.Remove(Key(invoice));
        invoice.Take(changed);
        _numbers[Key(invoice)] = invoice;
    }

    public void RemoveInvoice(Record invoice)
    {
        _numbers.Remove(Key(invoice));
        Invoices.Remove(invoice);
    }

    public IEnumerable<Record> InvoicesOf(Record client) => Invoices.All.Where(invoice => invoice["client_id"] == client);

    /// <summary>Outstanding amount; zero once the invoice is marked as paid.</summary>
    public decimal Open(Record invoice)
    {
        _paid.TryGetValue(invoice.Id, out var paid);
        return invoice.IsSet("paid") ? 0 : invoice.Number("total") - paid;
    }

    public void Pay(Record invoice, Record payment)
    {
        _payments.Add(payment);
        _paid.TryGetValue(invoice.Id, out var before);
        _paid[invoice.Id] = before + payment.Number("amount");
        invoice["paid"] = _paid[invoice.Id] >= invoice.Number("total");
    }

    private static (int Year, string Number) Key(Record invoice) => (((DateTime)invoice["date"]!).Year, invoice.Text("number"));
}
