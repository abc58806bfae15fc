using System.Linq;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// The checks before anything is sent: the provider refuses some of it with words that help nobody, and takes some of it in silence
/// (docs/facts/invoicexpress.md#refusals, #creation, #side-effects).
/// </summary>
internal static class InvoiceXpressRules
{
    private const int LongestName = 100;
    private const string Portugal = "PT";

    /// <summary>See docs/facts/invoicexpress.md#clients, official.</summary>
    private static readonly string[] Languages = ["pt", "en", "es"];

    public static void Check(Client client) => Of(client).Add(LanguageError(client.Language)).Throw($"client '{client.Name}'");

    public static void Check(Item item) => new Complaints()
        .Need("Name", item.Name)
        .Need("UnitPrice", item.UnitPrice)
        .Throw($"item '{item.Name}'");

    public static void Check(Tax tax) => new Complaints()
        .Need("Name", tax.Name)
        .Percent("Rate", tax.Rate ?? -1)
        .Need("Region", tax.Region, "is missing: PT, PT-AC, PT-MA or the code of a country; the SAF-T file needs it")
        .Throw($"tax '{tax.Name}'");

    public static void Check(Payment payment) => new Complaints().If(payment.Amount is not > 0, "Amount", "must be above 0").Throw("payment");

    /// <summary>Checks the change of an account, which must say again what is in no answer (docs/facts/invoicexpress.md#accounts, official).</summary>
    public static void CheckUpdate(InvoiceAccount account, AccountSecrets secrets)
    {
        const string Required = "is missing: InvoiceXpress requires it for every change of an account";
        new Complaints()
            .Need(nameof(InvoiceAccount.Name), account.Name, Required)
            .Need(nameof(InvoiceAccount.Email), account.Email, Required)
            .If(secrets.Password is not { Length: > 0 }, nameof(AccountSecrets.Password), Required)
            .If(!secrets.AcceptTerms, nameof(AccountSecrets.AcceptTerms), Required)
            .Add(LanguageError(account.Language))
            .Throw($"change of account '{account.Name}'");
    }

    /// <summary>Checks a document whose taxes are known by now.</summary>
    public static void Check(Invoice invoice)
    {
        const string Guide = "is missing: a guide says when and where goods are moved";
        var complaints = new Complaints();
        if (invoice.Client is { } client)
        {
            complaints.Add(Of(client), "Client ");
        }
        else
        {
            complaints.Need("Client", null);
        }

        if (DocumentType.Of(invoice.Type).Family == Family.Guide)
        {
            complaints
                .Need(nameof(Invoice.LoadedAt), invoice.LoadedAt, Guide)
                .Need(nameof(Invoice.AddressFrom), invoice.AddressFrom, Guide)
                .Need(nameof(Invoice.AddressTo), invoice.AddressTo, Guide);
        }

        complaints
            .If(invoice.PricesIncludeTax == true, "PricesIncludeTax", "InvoiceXpress takes prices without tax only")
            .If(invoice.Lines.Count == 0, "Line", "there is none")
            .Add(CommonRules.Reference(invoice, InvoiceXpressMaps.Document))
            .Add(CommonRules.DueDate(invoice))
            .If(
                invoice.Currency is { Length: > 0 } currency && CurrencyCode.Of(currency) is null,
                nameof(Invoice.Currency),
                $"'{invoice.Currency}' is neither the code nor the name of a currency of InvoiceXpress, such as USD or U.S. dollar")
            .If(invoice.Withholding is < 0 or >= 100, "Withholding", "must be from 0 to 99.99")
            .If(
                string.IsNullOrWhiteSpace(invoice.TaxExemption) && invoice.Lines.Any(line => line.TaxRate == 0),
                "TaxExemption",
                "a line without tax needs the code of the reason, such as M07")
            .Lines(invoice.Lines, Of)
            .Throw(CommonRules.Name(invoice));
    }

    /// <summary>
    /// Checks a document that is to be put in the place of a draft. Some of what it must say is in no answer
    /// (docs/facts/invoicexpress.md#documents, #guides), so that a document that was read would lose it in silence.
    /// </summary>
    public static void CheckReplacement(Invoice invoice)
    {
        const string Silent = "is missing: InvoiceXpress does not tell what it is, and a change without it would lose it";
        bool isNote = invoice.Type is InvoiceType.CreditNote or InvoiceType.DebitNote or InvoiceType.VatMossCreditNote;
        new Complaints()
            .If(
                DocumentType.Of(invoice.Type).Family == Family.Guide && invoice.LoadedAt is null,
                nameof(Invoice.LoadedAt),
                Silent + "; say it again with -LoadedAt")
            .If(
                isNote && invoice.CorrectedInvoiceId is null,
                nameof(Invoice.CorrectedInvoiceId),
                Silent + "; say it again with -For, or with -For $null that the note corrects none")
            .Throw($"change of {invoice}");
    }

    /// <summary>True if documents can be in a language.</summary>
    public static bool Knows(string language) => Languages.Contains(language);

    private static FieldError? LanguageError(string? language) => language is { Length: > 0 } && !Knows(language)
        ? new FieldError("Language", $"'{language}' is none of {string.Join(", ", Languages)}")
        : null;

    private static Complaints Of(Client client) => new Complaints()
        .Need("Name", client.Name)
        .If(client.Name?.Length > LongestName, "Name", $"has {client.Name?.Length} characters, {LongestName} are the most")
        .If(
            client.TaxNumber is { Length: > 0 } number && client.Country is { } country && Countries.ToCode(country) == Portugal && !Nif.IsValid(number),
            "TaxNumber",
            $"{client.TaxNumber} is no Portuguese tax number: nine digits with the right check digit")
        .If(client.CopyCount is < 1 or > 3, "CopyCount", "must be 1, 2 or 3");

    private static Complaints Of(InvoiceLine line) => new Complaints()
        .Need("Name", line.Name)
        .If(line.Quantity is not > 0, "Quantity", line.Quantity is null ? "is missing" : "must be above 0")
        .If(line.UnitPrice is not >= 0, "UnitPrice", line.UnitPrice is null ? "is missing" : "must not be below 0")
        .Percent("Discount", line.Discount);
}
