using System.Collections.Generic;
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

    public static void Check(Client client) => Throw($"client '{client.Name}'", [.. Complaints(client), .. LanguageErrors(client.Language)]);

    public static void Check(Item item) => Throw($"item '{item.Name}'", [.. Complaints(item)]);

    public static void Check(Tax tax) => Throw($"tax '{tax.Name}'", [.. Complaints(tax)]);

    public static void Check(Payment payment) => Throw("payment", payment.Amount is > 0 ? [] : [new FieldError("Amount", "must be above 0")]);

    /// <summary>Checks the change of an account, which must say again what is in no answer (docs/facts/invoicexpress.md#accounts, official).</summary>
    public static void CheckUpdate(InvoiceAccount account, AccountSecrets secrets)
    {
        var errors = new List<FieldError>();
        foreach ((string name, bool isThere) in new[]
        {
            (nameof(InvoiceAccount.Name), !string.IsNullOrWhiteSpace(account.Name)),
            (nameof(InvoiceAccount.Email), !string.IsNullOrWhiteSpace(account.Email)),
            (nameof(AccountSecrets.Password), secrets.Password is { Length: > 0 }),
            (nameof(AccountSecrets.AcceptTerms), secrets.AcceptTerms),
        })
        {
            if (!isThere)
            {
                errors.Add(new FieldError(name, "is missing: InvoiceXpress requires it for every change of an account"));
            }
        }

        errors.AddRange(LanguageErrors(account.Language));
        Throw($"change of account '{account.Name}'", errors);
    }

    /// <summary>Checks a document whose taxes are known by now.</summary>
    public static void Check(Invoice invoice)
    {
        List<FieldError> errors = [.. Complaints(invoice)];
        for (int i = 0; i < invoice.Lines.Count; i++)
        {
            string place = invoice.Lines.Count > 1 ? $"Line {i + 1} " : "";
            errors.AddRange(Complaints(invoice.Lines[i]).Select(error => new FieldError(place + error.Field, error.Message)));
        }

        Throw(Name(invoice), errors);
    }

    /// <summary>
    /// Checks a document that is to be put in the place of a draft. Some of what it must say is in no answer
    /// (docs/facts/invoicexpress.md#documents, #guides), so that a document that was read would lose it in silence.
    /// </summary>
    public static void CheckReplacement(Invoice invoice)
    {
        const string Silent = "is missing: InvoiceXpress does not tell what it is, and a change without it would lose it";
        var errors = new List<FieldError>();
        if (DocumentType.Of(invoice.Type).Family == Family.Guide && invoice.LoadedAt is null)
        {
            errors.Add(new FieldError(nameof(Invoice.LoadedAt), Silent + "; say it again with -LoadedAt"));
        }

        if (invoice.Type is InvoiceType.CreditNote or InvoiceType.DebitNote or InvoiceType.VatMossCreditNote && invoice.CorrectedInvoiceId is null)
        {
            errors.Add(new FieldError(
                nameof(Invoice.CorrectedInvoiceId), Silent + "; say it again with -For, or with -For $null that the note corrects none"));
        }

        Throw($"change of {invoice}", errors);
    }

    /// <summary>Such as <c>Invoice 'ENC-118'</c>: what a person with a file of many rows looks for.</summary>
    public static string Name(Invoice invoice) => invoice.Reference is null ? invoice.Type.ToString() : $"{invoice.Type} '{invoice.Reference}'";

    public static void Throw(string what, IReadOnlyList<FieldError> errors)
    {
        if (errors.Count > 0)
        {
            throw InvoicingException.InvalidInput(what, errors);
        }
    }

    /// <summary>True if documents can be in a language.</summary>
    public static bool Knows(string language) => Languages.Contains(language);

    private static IEnumerable<FieldError> LanguageErrors(string? language)
    {
        if (language is { Length: > 0 } && !Knows(language))
        {
            yield return new FieldError("Language", $"'{language}' is none of {string.Join(", ", Languages)}");
        }
    }

    private static IEnumerable<FieldError> Complaints(Client client)
    {
        if (string.IsNullOrWhiteSpace(client.Name))
        {
            yield return new FieldError("Name", "is missing");
        }
        else if (client.Name!.Length > LongestName)
        {
            yield return new FieldError("Name", $"has {client.Name.Length} characters, {LongestName} are the most");
        }

        if (client.TaxNumber is { Length: > 0 } number && client.Country is { } country && Countries.ToCode(country) == Portugal && !Nif.IsValid(number))
        {
            yield return new FieldError("TaxNumber", $"{number} is no Portuguese tax number: nine digits with the right check digit");
        }

        if (client.CopyCount is < 1 or > 3)
        {
            yield return new FieldError("CopyCount", "must be 1, 2 or 3");
        }
    }

    private static IEnumerable<FieldError> Complaints(Invoice invoice)
    {
        if (invoice.Client is not { } client)
        {
            yield return new FieldError("Client", "is missing");
        }
        else
        {
            foreach (FieldError error in Complaints(client))
            {
                yield return new FieldError("Client " + error.Field, error.Message);
            }
        }

        if (DocumentType.Of(invoice.Type).Family == Family.Guide)
        {
            foreach ((string name, object? value) in new (string, object?)[]
            {
                (nameof(Invoice.LoadedAt), invoice.LoadedAt), (nameof(Invoice.AddressFrom), invoice.AddressFrom), (nameof(Invoice.AddressTo), invoice.AddressTo),
            })
            {
                if (value is null)
                {
                    yield return new FieldError(name, "is missing: a guide says when and where goods are moved");
                }
            }
        }

        if (invoice.PricesIncludeTax == true)
        {
            yield return new FieldError("PricesIncludeTax", "InvoiceXpress takes prices without tax only");
        }

        if (invoice.Lines.Count == 0)
        {
            yield return new FieldError("Line", "there is none");
        }

        foreach (FieldError error in CommonRules.Reference(invoice, InvoiceXpressMaps.Document))
        {
            yield return error;
        }

        if (CommonRules.DueDate(invoice) is { } due)
        {
            yield return due;
        }

        if (invoice.Currency is { Length: > 0 } currency && CurrencyCode.Of(currency) is null)
        {
            yield return new FieldError(nameof(Invoice.Currency), $"'{currency}' is neither the code nor the name of a currency of InvoiceXpress, such as USD or U.S. dollar");
        }

        if (invoice.Withholding is < 0 or >= 100)
        {
            yield return new FieldError("Withholding", "must be from 0 to 99.99");
        }

        if (string.IsNullOrWhiteSpace(invoice.TaxExemption) && invoice.Lines.Any(line => line.TaxRate == 0))
        {
            yield return new FieldError("TaxExemption", "a line without tax needs the code of the reason, such as M07");
        }
    }

    private static IEnumerable<FieldError> Complaints(Item item)
    {
        if (string.IsNullOrWhiteSpace(item.Name))
        {
            yield return new FieldError("Name", "is missing");
        }

        if (item.UnitPrice is null)
        {
            yield return new FieldError("UnitPrice", "is missing");
        }
    }

    private static IEnumerable<FieldError> Complaints(Tax tax)
    {
        if (string.IsNullOrWhiteSpace(tax.Name))
        {
            yield return new FieldError("Name", "is missing");
        }

        if (tax.Rate is not (>= 0 and <= 100))
        {
            yield return new FieldError("Rate", "must be from 0 to 100 percent");
        }

        if (string.IsNullOrWhiteSpace(tax.Region))
        {
            yield return new FieldError("Region", "is missing: PT, PT-AC, PT-MA or the code of a country; the SAF-T file needs it");
        }
    }

    private static IEnumerable<FieldError> Complaints(InvoiceLine line)
    {
        if (string.IsNullOrWhiteSpace(line.Name))
        {
            yield return new FieldError("Name", "is missing");
        }

        if (line.Quantity is not > 0)
        {
            yield return new FieldError("Quantity", line.Quantity is null ? "is missing" : "must be above 0");
        }

        if (line.UnitPrice is not >= 0)
        {
            yield return new FieldError("UnitPrice", line.UnitPrice is null ? "is missing" : "must not be below 0");
        }

        if (line.Discount is < 0 or > 100)
        {
            yield return new FieldError("Discount", "must be from 0 to 100 percent");
        }
    }
}
