using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>
/// Creates the company's past documents. Events are sorted by time and then run through the operations that
/// requests use, so that numbers, dates and signatures run forward as they must.
/// </summary>
internal sealed class DocumentSeed
{
    private const string Exemption = "M07";

    /// <summary>In euro, with tax; that of retailers.</summary>
    private const decimal SimplifiedLimit = 1000m;

    /// <summary>Fate of one document after the other; repeats from the start.</summary>
    private static readonly (DocumentKind Kind, Fate Fate)[] Fates =
    {
        (DocumentKind.Invoice, Fate.Paid),
        (DocumentKind.Invoice, Fate.Final),
        (DocumentKind.InvoiceReceipt, Fate.Final),
        (DocumentKind.Invoice, Fate.PartlyPaid),
        (DocumentKind.SimplifiedInvoice, Fate.Paid),
        (DocumentKind.Invoice, Fate.PaidTwice),
        (DocumentKind.CreditNote, Fate.Final),
        (DocumentKind.Invoice, Fate.Canceled),
        (DocumentKind.Invoice, Fate.Draft),
        (DocumentKind.Invoice, Fate.Paid),
        (DocumentKind.InvoiceReceipt, Fate.Final),
        (DocumentKind.Invoice, Fate.Final),
        (DocumentKind.SimplifiedInvoice, Fate.Final),
        (DocumentKind.Invoice, Fate.Settled),
        (DocumentKind.DebitNote, Fate.Final),
        (DocumentKind.Invoice, Fate.Paid),
        (DocumentKind.Invoice, Fate.Final),
        (DocumentKind.InvoiceReceipt, Fate.Draft),
        (DocumentKind.Invoice, Fate.PaidTwice),
        (DocumentKind.InvoiceReceipt, Fate.Canceled),
    };

    private readonly Company _company;
    private readonly int _seed;
    private readonly List<(DateTime When, Action Do)> _events = new();
    private DateTime _yesterday;

    public DocumentSeed(Company company, int seed)
    {
        _company = company;
        _seed = seed;
    }

    private enum Fate
    {
        Draft,
        Final,
        Settled,
        Paid,
        PaidTwice,
        PartlyPaid,
        Canceled,
    }

    public void Run(int count)
    {
        _yesterday = _company.Now.Date.AddDays(-1);
        var dates = SeedDates.Spread(count, _yesterday);
        for (var i = 0; i < dates.Count; i++)
        {
            Plan(i, dates[i]);
        }

        PlanEstimate("quote", null, 40);
        PlanEstimate("quote", "accept", 25);
        PlanEstimate("proforma", null, 15);
        PlanGuide(10);
        if (_company.Settings.PurchaseOrders)
        {
            PlanPurchaseOrder(60);
        }
        foreach (var (_, act) in _events.OrderBy(e => e.When).ToList())
        {
            act();
        }

        // One archived document, for filters that ask for the archive.
        if (count >= 20)
        {
            _company.Documents.All.First(document => document.Status == DocumentStates.Settled).IsArchived = true;
        }
    }

    private void Plan(int i, DateTime date)
    {
        var (kind, fate) = Fates[i % Fates.Length];
        var at = date.AddHours(9).AddMinutes(i % 480);
        DocumentRecord? document = null;
        void Later(int days, Action<DateTime> act)
        {
            var when = date.AddDays(days).AddHours(18);
            if (when.Date <= _yesterday)
            {
                _events.Add((when, () => act(when)));
            }
        }

        _events.Add((at, () =>
        {
            document = Make(kind, i, at);
            if (fate != Fate.Draft)
            {
                Change(document, DocumentStates.Finalize, at);
            }
        }
        ));

        switch (fate)
        {
            case Fate.Settled:
                Later(3, when => Change(document!, "settled", when));
                break;
            case Fate.Canceled:
                Later(1, when => Change(document!, DocumentStates.Cancel, when));
                break;
            case Fate.Paid:
                Later(5 + (i % 20), when => Pay(document!, document!.Totals.Total, when));
                break;
            case Fate.PartlyPaid:
                Later(8, when => Pay(document!, DocumentTotals.Round(document!.Totals.Total / 3), when));
                break;
            case Fate.PaidTwice:
                Later(6, when => Pay(document!, DocumentTotals.Round(document!.Totals.Total / 2), when));
                Later(16, when => Pay(document!, Payments.Open(document!), when));
                break;
        }
    }

    private void PlanEstimate(string singular, string? answer, int daysAgo)
    {
        var at = _yesterday.AddDays(-daysAgo).AddHours(10);
        _events.Add((at, () =>
        {
            var estimate = Make(DocumentKind.All.First(kind => kind.Singular == singular), daysAgo, at);
            Change(estimate, DocumentStates.Finalize, at);
            if (answer != null)
            {
                Change(estimate, answer, at);
            }
        }
        ));
    }

    private void PlanPurchaseOrder(int daysAgo)
    {
        var at = _yesterday.AddDays(-daysAgo).AddHours(9);
        _events.Add((at, () => Make(DocumentKind.PurchaseOrder, daysAgo, at)));
    }

    private void PlanGuide(int daysAgo)
    {
        var at = _yesterday.AddDays(-daysAgo).AddHours(11);
        _events.Add((at, () =>
        {
            var guide = Make(DocumentKind.All.First(kind => kind.Singular == "transport"), daysAgo, at);
            guide.LoadedAt = at.AddHours(1);
            guide.AddressFrom = new PlaceRecord("Rua da Estação 12", "Braga", "4700-000", Countries.Portugal);
            guide.AddressTo = new PlaceRecord("Largo da Sé 4", "Évora", "7000-000", Countries.Portugal);
            guide.LicensePlate = "AA-00-AA";
            Change(guide, DocumentStates.Finalize, at);
            guide.AskForTransportCode(0);
        }
        ));
    }

    private DocumentRecord Make(DocumentKind kind, int i, DateTime at)
    {
        var isNote = kind == DocumentKind.CreditNote || kind == DocumentKind.DebitNote;
        var owner = isNote ? LatestInvoice() : null;
        var client = owner?.Client ?? _company.Clients.All[Mixer.Pick(_company.Clients.All.Count, _seed, i, 100)];
        var lines = owner is not null ? new List<LineRecord> { owner.Lines[0] }
            : kind == DocumentKind.SimplifiedInvoice ? Small(Lines(i))
            : Lines(i);
        var document = new DocumentRecord(isNote && owner is null ? DocumentKind.Invoice : kind)
        {
            CreatedAt = at,
            Date = at.Date,
            DueDate = kind == DocumentKind.Invoice ? at.Date.AddDays(30) : at.Date,
            Client = client,
            Owner = owner,
            Reference = Mixer.Pick(3, _seed, i, 101) == 0 ? null : $"ENC-{100 + i}",
            TaxExemption = lines.Any(line => line.Tax.Value == 0) ? Exemption : null,
        };
        document.SetLines(lines, null);
        _company.Documents.Add(document, uid: null);
        return document;
    }

    private DocumentRecord? LatestInvoice() =>
        _company.Documents.All.LastOrDefault(document =>
            document.Kind == DocumentKind.Invoice && document.IsIssued && !document.IsCanceled);

    private List<LineRecord> Lines(int i)
    {
        var first = Mixer.Pick(_company.Items.All.Count, _seed, i, 102);
        return Enumerable.Range(0, 1 + Mixer.Pick(4, _seed, i, 103)).Select(n =>
        {
            var item = _company.Items.All[(first + n) % _company.Items.All.Count];
            var quantity = 1 + Mixer.Pick(8, _seed, i, 104 + n);
            var discount = Mixer.Pick(5, _seed, i, 110 + n) == 0 ? 10 : 0;
            return new LineRecord(item.Name, item.Description, item.UnitPrice, quantity, discount, item.Unit, item.Tax);
        }).ToList();
    }

    /// <summary>The first lines, as far as they stay below the limit of simplified invoices.</summary>
    private static List<LineRecord> Small(List<LineRecord> lines)
    {
        var left = SimplifiedLimit;
        return lines.TakeWhile(line => (left -= line.UnitPrice * line.Quantity * (100 + line.Tax.Value) / 100) >= 0).DefaultIfEmpty(
            new LineRecord(lines[0].Name, lines[0].Description, Math.Min(lines[0].UnitPrice, 500m), 1, 0, lines[0].Unit, lines[0].Tax)).ToList();
    }

    private void Change(DocumentRecord document, string @event, DateTime when) =>
        DocumentChange.Apply(_company, document, @event, "Emitido por engano", when);

    private void Pay(DocumentRecord document, decimal amount, DateTime when) =>
        Payments.Pay(_company, document, amount, "TB", when.Date, _company.Sequences.Default!, note: null, when);
}
