using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Documents and receipts out of the records of another company, in the order of their dates and numbers, signed anew.</summary>
internal sealed class DocumentCopy
{
    private const string UnknownMethod = "OU";
    private const string UnknownReason = "Anulado";

    private static readonly Dictionary<string, string> Mechanisms = new()
    {
        ["BankTransfer"] = "TB", ["Cash"] = "NU", ["CreditCard"] = "CC", ["DebitCard"] = "CD", ["Cheque"] = "CH", ["GiftCard"] = "CO", ["Compensation"] = "CS",
        ["ElectronicMoney"] = "DE", ["CommercialBill"] = "LC", ["Multibanco"] = "MB", ["Barter"] = "PR", ["MealVoucher"] = "TR", ["DocumentaryCredit"] = "CI",
    };

    private static readonly Dictionary<string, string> States = new()
    {
        ["Draft"] = DocumentStates.Draft, ["Final"] = DocumentStates.Final, ["SecondCopy"] = DocumentStates.Final, ["Settled"] = DocumentStates.Settled,
        ["Canceled"] = DocumentStates.Canceled, ["Accepted"] = DocumentStates.Accepted, ["Refused"] = DocumentStates.Refused,
    };

    private readonly Company _company;

    public DocumentCopy(Company company) => _company = company;

    public void Run(CompanyRecords copy)
    {
        var receipts = copy.Payments.Select(payment => (Source: payment, Kind: DocumentKind.Receipt));
        var documents = copy.Documents
            .Select(document => (Source: document, Kind: DocumentKind.All.FirstOrDefault(kind => kind.Type == document.Text("Type"))!))
            .Where(document => document.Kind != null && document.Kind != DocumentKind.Receipt && States.ContainsKey(document.Source.Text("State") ?? ""));
        foreach (var (source, kind) in documents.Concat(receipts)
            .OrderBy(one => one.Source.Date("Date"))
            .ThenBy(one => one.Kind == DocumentKind.Receipt)
            .ThenBy(one => NumberOf(one.Source)))
        {
            if (kind == DocumentKind.Receipt)
            {
                AddReceipt(source);
            }
            else
            {
                AddDocument(source, kind);
            }
        }
    }

    private void AddDocument(GivenRecord source, DocumentKind kind)
    {
        var date = source.Date("Date") ?? _company.Now.Date;
        var document = new DocumentRecord(kind)
        {
            Id = source.Id,
            CreatedAt = date.AddHours(9),
            Date = date,
            DueDate = source.Date("DueDate") ?? date,
            Client = ClientOf(source),
            Reference = source.Text("Reference"),
            Observations = source.Text("Notes"),
            Retention = source.Number("Withholding") is { } withheld && withheld != 0 ? Wire.NumberText(withheld) : null,
            TaxExemption = source.Text("TaxExemption"),
            IsArchived = source.Flag("Archived"),
            Owner = _company.Documents.ById(source.IdOf("CorrectedInvoiceId")),
        };
        var lines = source.Parts("Lines").Select(line => new LineRecord(
            line.Text("Name") ?? "",
            line.Text("Description") ?? "",
            line.Number("UnitPrice") ?? 0,
            line.Number("Quantity") ?? 1,
            line.Number("Discount") ?? 0,
            line.Text("Unit"),
            CompanyCopy.Tax(_company, line))).ToList();
        document.SetLines(lines, source.Number("GlobalDiscount") is { } discount && discount != 0 ? new GlobalDiscount(source.Text("GlobalDiscountType") ?? "percentage", discount) : null);
        if (source.Number("Total") is { } total && source.Number("NetTotal") is { } net)
        {
            document.Totals = DocumentTotals.Known(source.Number("Sum") ?? document.Totals.Sum, net, total, document.Totals.Factor);
        }

        if (kind.Family == DocumentFamily.Guide)
        {
            document.LoadedAt = source.Date("LoadedAt") ?? date.AddHours(13);
            document.AddressFrom = Place(source.Part("AddressFrom"));
            document.AddressTo = Place(source.Part("AddressTo"));
            document.LicensePlate = source.Text("LicensePlate");
            document.TransportCode = source.Text("TransportCode");
            document.AskForTransportCode(0);
        }

        Issue(document, source);
        document.Owner?.Related.Add(document);
    }

    private void AddReceipt(GivenRecord source)
    {
        if (_company.Documents.ById(source.IdOf("InvoiceId")) is not { } paid || source.Number("Amount") is not { } amount)
        {
            // Nobody knows what it pays, and a receipt without a document is none. Its number counts.
            Number(DocumentKind.Receipt, source);
            return;
        }

        var date = source.Date("Date") ?? paid.Date;
        var mechanism = Mechanisms.TryGetValue(source.Text("Method") ?? "", out var known) ? known : UnknownMethod;
        var receipt = new DocumentRecord(DocumentKind.Receipt)
        {
            Id = source.Id,
            CreatedAt = date.AddHours(9),
            Date = date,
            DueDate = date,
            Client = paid.Client,
            Observations = source.Text("Notes"),
            Owner = paid,
            Payment = new PaymentRecord(paid, amount, mechanism, date),
            Totals = DocumentTotals.OfPayment(amount),
        };
        Issue(receipt, source);
        paid.Related.Add(receipt);
        paid.IsSettledByPayments = paid.Status == DocumentStates.Settled;
    }

    /// <summary>Gives a document the number, the state and the date that it had, and a signature of this server.</summary>
    private void Issue(DocumentRecord document, GivenRecord source)
    {
        var state = States.TryGetValue(source.Text("State") ?? "", out var known) ? known : DocumentStates.Final;
        var isReceipt = document.Kind == DocumentKind.Receipt;
        document.Status = isReceipt && state != DocumentStates.Canceled ? DocumentStates.Final : state;
        if (!isReceipt && document.IsDraft)
        {
            document.Sequence = _company.Sequences.Counter(source.IdOf("SequenceId"));
            _company.Documents.Put(document);
            return;
        }

        var (counter, number) = Number(document.Kind, source);
        document.Sequence = counter;
        document.Number = number;
        document.Atcud = source.Text("Atcud") ?? (counter.ValidationCode is null ? counter.ShownCode : $"{counter.ValidationCode}-{number}");
        document.CancelReason = document.IsCanceled ? UnknownReason : null;

        // The other server does not tell when it issued a document; goods leave after that.
        var noon = document.Date.Date.AddHours(12);
        var entry = document.LoadedAt < noon ? document.LoadedAt.Value : noon;
        document.SystemEntry = document.StatusDate = entry < counter.LastEntry ? counter.LastEntry : entry;
        counter.LastEntry = document.SystemEntry;
        counter.LastDate = document.Date > counter.LastDate ? document.Date : counter.LastDate;
        if (document.Kind.IsSigned)
        {
            document.Signature = _company.Signer.Sign(document.Date, document.SystemEntry, document.FullNumber, document.Totals.Total, counter.LastSignature);
            counter.LastSignature = document.Signature;
        }

        _company.Documents.Put(document);
    }

    /// <summary>The counter and the figure of a number such as <c>2026/14</c>; a series that is not there is made.</summary>
    private (SequenceCounter Counter, int Number) Number(DocumentKind kind, GivenRecord source)
    {
        var text = source.Text("Number") ?? "";
        var slash = text.LastIndexOf('/');
        var name = slash > 0 ? text.Substring(0, slash) : text;
        var counter = (_company.Sequences.ByName(name) ?? _company.Sequences.Add(name)).For(kind);
        var number = NumberOf(source);
        number = number > 0 ? number : counter.Current + 1;
        counter.Current = Math.Max(counter.Current, number);
        return (counter, number);
    }

    private static int NumberOf(GivenRecord source)
    {
        var text = source.Text("Number") ?? "";
        return int.TryParse(text.Substring(text.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private ClientRecord ClientOf(GivenRecord source) => source.Part("Client") is { } client
        ? _company.Clients.ById(client.Id) ?? CompanyCopy.Client(client)
        : new ClientRecord();

    private static PlaceRecord Place(GivenRecord? place) => new(
        place?.Text("Street") ?? "", place?.Text("City") ?? "", place?.Text("PostalCode") ?? "", Countries.NameOf(place?.Text("Country")) ?? Countries.Portugal);
}
