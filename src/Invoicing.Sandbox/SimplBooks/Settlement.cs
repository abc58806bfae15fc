using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Binds money to documents: receipts to invoices, or payments to purchases.</summary>
internal sealed class Settlement
{
    private readonly Dictionary<long, List<Binding>> _byDocument = new();
    private readonly Dictionary<long, List<Binding>> _byMoney = new();
    private readonly Company _company;
    private readonly string _sum;
    private readonly string _date;

    public Settlement(Company company, Resource money, string prefix, Resource documents)
    {
        _company = company;
        Money = money;
        Documents = documents;
        _sum = prefix + "_sum";
        _date = prefix + "_date";
    }

    public Resource Money { get; }

    public Resource Documents { get; }

    /// <summary>Ids of the money bound to a document, in the order of binding.</summary>
    public IEnumerable<long> Of(Record document) => Of(_byDocument, document).Select(binding => binding.Money);

    /// <summary>Binds money to a document. What is bound already stays so.</summary>
    /// <param name="money">The receipt or payment.</param>
    /// <param name="document">The invoice or purchase.</param>
    /// <param name="fullCover">True if the document is paid whatever the sum. [assumption]</param>
    public void Bind(Record money, Record document, bool fullCover)
    {
        var binding = Of(_byDocument, document).Find(known => known.Money == money.Id);
        if (binding is null)
        {
            binding = new Binding(money.Id, document.Id);
            Add(_byDocument, document, binding);
            Add(_byMoney, money, binding);
        }

        binding.IsFull |= fullCover;
        Settle(document);
    }

    /// <summary>Computes the outstanding amount. A document is paid on the day of the payment that covers it. [official]</summary>
    public void Settle(Record document)
    {
        var open = document.Number("total_sum");
        string? paid = null;
        foreach (var binding in Of(_byDocument, document))
        {
            var money = _company[Money].Find(binding.Money)!;
            var elsewhere = Of(_byMoney, money).Where(other => other != binding).Sum(other => other.Amount);
            binding.Amount = binding.IsFull ? open : Part(open, money.Number(_sum) - elsewhere);
            open -= binding.Amount;
            paid ??= open == 0 ? money.Text(_date) : null;
        }

        document["remnant"] = open;
        document["paid"] = paid;
    }

    public void SettleAllOf(Record money) => Settle(Of(_byMoney, money));

    /// <summary>Unbinds documents from money that is deleted.</summary>
    public void Release(Record money)
    {
        var bindings = Of(_byMoney, money);
        _byMoney.Remove(money.Id);
        foreach (var binding in bindings)
        {
            _byDocument[binding.Document].Remove(binding);
        }

        Settle(bindings);
    }

    /// <summary>A document with money is not deleted. [assumption]</summary>
    public void RefuseIfBound(Record document)
    {
        if (Of(document).Any())
        {
            throw Refusal.Invalid($"{Documents.Model} with id {document.Id} is bound to {Money.Category}");
        }
    }

    private void Settle(List<Binding> bindings)
    {
        foreach (var binding in bindings.ToList())
        {
            Settle(_company[Documents].Find(binding.Document)!);
        }
    }

    /// <summary>Open amount that the money covers. Credit invoices and refunds are both negative.</summary>
    private static decimal Part(decimal open, decimal free) =>
        open >= 0 ? Math.Max(0, Math.Min(open, free)) : Math.Min(0, Math.Max(open, free));

    private static List<Binding> Of(Dictionary<long, List<Binding>> index, Record record) =>
        index.TryGetValue(record.Id, out var bindings) ? bindings : new List<Binding>();

    private static void Add(Dictionary<long, List<Binding>> index, Record record, Binding binding)
    {
        if (!index.TryGetValue(record.Id, out var bindings))
        {
            index[record.Id] = bindings = new List<Binding>();
        }

        bindings.Add(binding);
    }

    private sealed class Binding
    {
        public Binding(long money, long document)
        {
            Money = money;
            Document = document;
        }

        public long Money { get; }

        public long Document { get; }

        public bool IsFull { get; set; }

        public decimal Amount { get; set; }
    }
}
