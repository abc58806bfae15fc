using System.Collections.Generic;
using System.Globalization;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>The operations on invoices and their payments.</summary>
internal static class InvoiceRoutes
{
    public static void List(FacturagemCall call)
    {
        call.Account();
        call.AnswerPage(Resource.Invoice, call.Book.Invoices.All);
    }

    public static void Create(FacturagemCall call)
    {
        call.Account();
        var invoice = Apply(call, new Record(Resource.Invoice) { ["paid"] = false, ["lines"] = new List<Record>() });
        call.Book.AddInvoice(invoice);
        call.Answer(invoice);
    }

    public static void Read(FacturagemCall call) => call.Answer(call.Invoice());

    public static void Change(FacturagemCall call)
    {
        var invoice = call.Invoice();
        call.Book.ChangeInvoice(invoice, Apply(call, invoice));
        call.AnswerEmpty();
    }

    public static void Remove(FacturagemCall call)
    {
        call.Book.RemoveInvoice(call.Invoice());
        call.AnswerEmpty();
    }

    /// <summary>
    /// An unsaved invoice, prefilled; or a copy of one without its number and its issue date. [official] It stores nothing.
    /// </summary>
    public static void Template(FacturagemCall call)
    {
        call.Account();
        var drafts = new Drafts(call.Book, call.Shapes);
        var original = call.Text("invoice_id") is { Length: > 0 } copied ? call.Invoice(copied) : null;
        var client = call.Text("client_id") is { Length: > 0 } named ? call.Client(named) : null;
        var invoice = original is null ? drafts.Fresh(call.Now.Date) : drafts.CopyOf(original);
        if (client != null)
        {
            drafts.Address(invoice, client);
            invoice["discount_percent"] = original is null ? client["discount_percent"] : invoice["discount_percent"];
        }

        InvoiceMath.Compute(invoice, call.Shapes.LineTaxes);
        call.Answer(invoice);
    }

    /// <summary>A payment of more than is open is refused, and one of all of it marks the invoice as paid. [assumption]</summary>
    public static void Pay(FacturagemCall call)
    {
        var invoice = call.Invoice();
        var payment = call.Apply(new Record(Resource.Payment) { ["date"] = call.Now.Date }, check: (record, faults) =>
        {
            var field = call.Wire.Name(Resource.Payment, "amount");
            var amount = record.Number("amount");
            if (amount <= 0 && !faults.Has(field))
            {
                faults.Add(field, "must be greater than 0");
            }
            else if (amount > call.Book.Open(invoice))
            {
                var open = call.Book.Open(invoice).ToString("0.00", CultureInfo.InvariantCulture);
                faults.Add(field, $"must not exceed what is open: {open}");
            }
        });

        call.Book.Pay(invoice, payment);
        if (call.Shapes.Payment == PaymentShape.Invoice)
        {
            call.Answer(invoice);
        }
        else
        {
            call.Answer(payment, invoice);
        }
    }

    private static Record Apply(FacturagemCall call, Record invoice)
    {
        var drafts = new Drafts(call.Book, call.Shapes);
        return call.Apply(
            invoice,
            prepare: changed => drafts.AssignNumber(changed),
            check: (changed, faults) =>
            {
                drafts.Complete(changed, before: invoice);
                if (call.Book.IsTaken(changed))
                {
                    faults.Add(call.Wire.Name(Resource.Invoice, "number"), "has already been taken");
                }
            });
    }
}
