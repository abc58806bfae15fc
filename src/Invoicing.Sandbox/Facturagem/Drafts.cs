using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Fills in the fields of an invoice that come from its account and its client.</summary>
internal sealed class Drafts
{
    private readonly Book _book;
    private readonly Shapes _shapes;

    public Drafts(Book book, Shapes shapes)
    {
        _book = book;
        _shapes = shapes;
    }

    public Record Fresh(DateTime today)
    {
        var account = _book.Account;
        var invoice = new Record(Resource.Invoice)
        {
            ["number"] = _shapes.TemplateNumber ? NextNumber.Propose(_book, today) : null,
            ["date"] = today,
            ["iva_percent"] = account["iva_percent"],
            ["irpf_percent"] = account.IsSet("charges_irpf") ? account["irpf_percent"] : null,
            ["paid"] = false,
            ["footer"] = account["invoice_footer"],
            ["lines"] = _shapes.TemplateLine ? new List<Record> { new(Resource.Line) } : new List<Record>(),
        };
        Copy(account, invoice, Resource.AccountPart);
        return invoice;
    }

    public Record CopyOf(Record original)
    {
        var invoice = new Record(Resource.Invoice);
        invoice.Take(original);
        invoice["number"] = invoice["date"] = null;
        invoice["paid"] = false;
        Copy(_book.Account, invoice, Resource.AccountPart);
        return invoice;
    }

    public void Address(Record invoice, Record client)
    {
        invoice["client_id"] = client;
        Copy(client, invoice, Resource.ClientPart);
    }

    public void AssignNumber(Record invoice)
    {
        if (_shapes.MissingNumber == MissingNumberShape.Assigned && invoice.Text("number").Length == 0 && invoice["date"] is DateTime date)
        {
            invoice["number"] = NextNumber.Propose(_book, date);
        }
    }

    /// <summary>Copies of client and account stay unchanged unless the invoice gets another client.</summary>
    public void Complete(Record invoice, Record before)
    {
        if (invoice.Id == 0)
        {
            Copy(_book.Account, invoice, Resource.AccountPart);
        }

        if (invoice["client_id"] is Record client && (invoice.Id == 0 || client != before["client_id"]))
        {
            Address(invoice, client);
        }

        InvoiceMath.Compute(invoice, _shapes.LineTaxes);
    }

    private static void Copy(Record from, Record invoice, string part)
    {
        foreach (var name in Resource.Copied)
        {
            invoice[part + name] = name == "country_name" ? Country.ByCode(from.Text("country_code"))?.Name : from[name];
        }
    }
}
