using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Saft.Rows;

/// <summary>Makes flat rows out of the documents as they come, with the names of the customers that came before them.</summary>
internal sealed class RowBuilder(SaftSection sections)
{
    private const SaftSection OfDocuments = SaftSection.Lines | SaftSection.TaxLines | SaftSection.PaymentLines;

    private readonly Dictionary<(bool IsSupplier, string Id), SaftParty> _parties = [];

    /// <summary>The sections of the file that the rows are made from, and those that are wanted for themselves.</summary>
    public SaftSection Needed { get; } = (sections & OfDocuments) == 0
        ? sections
        : sections | SaftSection.Customers | SaftSection.Suppliers | SaftSection.Documents;

    /// <summary>The record itself, where it is wanted, and its rows.</summary>
    public IEnumerable<object> Of(SaftRecord record)
    {
        if ((sections & SectionOf(record)) != 0)
        {
            yield return record;
        }

        if (record is SaftParty { Id: { } id } party)
        {
            _parties[(party is SaftSupplier, id)] = party;
        }
        else if (record is SaftDocument document)
        {
            foreach (var row in Rows(document, PartyOf(document)))
            {
                yield return row;
            }
        }
    }

    private static SaftSection SectionOf(SaftRecord record) => record switch
    {
        SaftCustomer => SaftSection.Customers,
        SaftSupplier => SaftSection.Suppliers,
        SaftInvoice => SaftSection.Invoices,
        SaftStockMovement => SaftSection.StockMovements,
        SaftWorkDocument => SaftSection.WorkDocuments,
        SaftPayment => SaftSection.Payments,
        _ => SaftSection.All,
    };

    private static IEnumerable<SaftRow> TaxRows(SaftDocument document, SaftParty? party)
        => document.Lines.Where(line => line.Tax is not null)
            .GroupBy(line => (line.Tax!.Type, line.Tax.Region, line.Tax.Code, line.Tax.Percentage, line.TaxExemptionCode))
            .Select(group => new SaftTaxRow(
                document, party, group.First().Tax!, group.Key.TaxExemptionCode, group.Sum(line => line.Amount),
                Math.Round(group.Sum(line => LineTax.Of(line, false) ?? 0), 2, MidpointRounding.AwayFromZero)));

    private IEnumerable<SaftRow> Rows(SaftDocument document, SaftParty? party)
    {
        IEnumerable<SaftRow> rows = [];
        if ((sections & SaftSection.Lines) != 0)
        {
            rows = rows.Concat(document.Lines.Select(line => new SaftLineRow(document, party, line)));
        }

        if ((sections & SaftSection.TaxLines) != 0)
        {
            rows = rows.Concat(TaxRows(document, party));
        }

        return (sections & SaftSection.PaymentLines) != 0
            ? rows.Concat(document.PaymentMethods.Select(method => new SaftPaymentRow(document, party, method)))
            : rows;
    }

    private SaftParty? PartyOf(SaftDocument document)
    {
        var supplier = (document as SaftStockMovement)?.SupplierId;
        var key = (supplier is not null, supplier ?? document.CustomerId ?? "");
        return _parties.TryGetValue(key, out var party) ? party : null;
    }
}
