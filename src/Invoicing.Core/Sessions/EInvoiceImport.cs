using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Invoices and purchases out of E-invoices.</summary>
public sealed class EInvoiceImport
{
    private readonly AccountRecords _account;

    internal EInvoiceImport(AccountRecords account) => _account = account;

    /// <summary>Prepares an invoice. Nothing is stored yet.</summary>
    /// <param name="source">The E-invoice.</param>
    /// <param name="file">Name of its file, for messages.</param>
    /// <param name="skipExisting">Tells to make none whose number is there already: the plan then holds that one.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the invoice by its identifier.</returns>
    public async Task<InvoicePlan> PrepareInvoiceAsync(EInvoice source, string file, bool skipExisting, CancellationToken cancellationToken = default)
    {
        IXmlExchange exchange = _account.Use<IXmlExchange>();
        Invoice? there = skipExisting
            ? await _account.Invoices.FindByReferenceAsync(source.IsCredit ? InvoiceType.CreditNote : InvoiceType.Invoice, NumberOf(source, file), cancellationToken).ConfigureAwait(false)
            : null;
        there?.IsExisting = true;

        return new InvoicePlan(
            ChangeAction.Create, "Import invoice", Target(source, file), cancel => there is null ? exchange.ImportInvoiceAsync(source.Content, cancel) : Task.FromResult(there))
        {
            Existing = there,
            IsDone = there is not null,
            IsBinding = true,
        };
    }

    /// <summary>Prepares a purchase. Nothing is stored yet.</summary>
    /// <param name="source">The E-invoice of the supplier.</param>
    /// <param name="file">Name of its file, for messages.</param>
    /// <param name="skipExisting">Tells to make none whose number the supplier's purchases of that day have already.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the purchase by its identifier.</returns>
    public async Task<ChangePlan<Purchase>> PreparePurchaseAsync(EInvoice source, string file, bool skipExisting, CancellationToken cancellationToken = default)
    {
        IXmlExchange exchange = _account.Use<IXmlExchange>();
        Purchase? there = skipExisting ? await FindAsync(source, NumberOf(source, file), cancellationToken).ConfigureAwait(false) : null;
        return new ChangePlan<Purchase>(
            ChangeAction.Create, "Import purchase", Target(source, file), cancel => there is null ? exchange.ImportPurchaseAsync(source.Content, cancel) : Task.FromResult(there))
        {
            IsDone = there is not null,
        };
    }

    private Task<Purchase?> FindAsync(EInvoice source, string number, CancellationToken cancel) => _account.Use<IReader<Purchase>>()
        .List(new RecordQuery { DateFrom = source.Date, DateTo = source.Date })
        .FirstAsync(
            row => row.Number == number
                && (row.Supplier?.RegistrationNumber is not { Length: > 0 } seller || source.SellerNumber is null || seller == source.SellerNumber),
            cancel);

    private static string NumberOf(EInvoice source, string file) => source.Number
        ?? throw new InvoicingException(ErrorKind.InvalidInput, $"-SkipExisting needs the number of the invoice, and '{file}' does not tell one.");

    private string Target(EInvoice source, string file) =>
        $"'{file}'{(source.Number is { } number ? $", invoice {number}," : "")} into session '{_account.Owner}'";
}
