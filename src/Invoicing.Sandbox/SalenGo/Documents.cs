using System;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>The rules of invoices and estimates.</summary>
internal static class Documents
{
    public const string Paid = "paid";
    private const string Accepted = "accepted";
    private const string Unpaid = "unpaid"; // [official]

    public static readonly string[] AddressParts = { "street1", "street2", "city", "state", "country", "code" };

    /// <summary>Fields that a document copies from its client unless it has its own. [inferred]</summary>
    public static readonly string[] FromClient = new[] { "first_name", "last_name", "organization" }
        .Concat(AddressParts.Select(part => "p_" + part))
        .Concat(new[] { "vat_name", "vat_number" })
        .ToArray();

    public static void Check(Work work, Resource resource, Record document, Record? old)
    {
        FillIn(work, document);
        var store = work.Company.Store(resource.Name);
        if (document.Text(Names.Number).Length == 0)
        {
            document[Names.Number] = NextNumber(store, document);
        }
        else if (store.IsTaken(document.Text(Names.Number), document.Id))
        {
            // That numbers are unique is our guess. [assumption]
            work.Fail(Names.Number, $"there is another {resource.Name} with this number");
        }

        if (old != null && resource.Name == Names.Invoice && Sums.Total(document) < work.Company.Ledger.Paid(document.Id))
        {
            work.Fail(Names.Lines, "more than this was paid already");
        }
    }

    /// <summary>The defaults that documents of all kinds share.</summary>
    public static void FillIn(Work work, Record document)
    {
        var client = work.Company.Store(Names.Client).Find(document.Whole(Names.ClientId))!;
        foreach (var name in FromClient.Concat(new[] { Names.CurrencyCode, "language" }))
        {
            document[name] ??= client[name];
        }

        document[Names.CurrencyCode] ??= Company.Currency;
        document["language"] ??= Company.Language;
        document[Names.Date] ??= work.Now.Date;
        document[Names.StaffId] ??= work.StaffId;
    }

    public static decimal? Open(Company company, Record invoice) => Sums.Total(invoice) - company.Ledger.Paid(invoice.Id);

    public static object? Outstanding(Company company, Record invoice) => Open(company, invoice);

    /// <summary>Payments decide over "paid"; it is not kept. [assumption]</summary>
    public static object? Status(Company company, Record invoice) =>
        company.Ledger.Paid(invoice.Id) > 0 && Open(company, invoice) <= 0 ? Paid : invoice.Text(Names.Status);

    /// <summary>A draft is not owed yet, so it is not unpaid. [assumption]</summary>
    public static bool HasStatus(Company company, Record invoice, string wanted)
    {
        var status = (string?)Status(company, invoice);
        return string.Equals(wanted, Unpaid, StringComparison.OrdinalIgnoreCase)
            ? status != Names.Draft && status != Paid && Open(company, invoice) > 0
            : string.Equals(wanted, status, StringComparison.OrdinalIgnoreCase);
    }

    public static JObject SendByEmail(Work work, Resource resource)
    {
        var document = work.FindLive(resource, work.Parameters);
        if (!work.Company.Send(document, work.Now))
        {
            throw new Refusal("the document cannot be sent: the client has no address, or the plan includes no e-mail");
        }

        if (document.Text(Names.Status) == Names.Draft)
        {
            SetStatus(work, resource, document, Names.Sent);
        }

        work.Company.Callbacks.Raise(resource.Name + ".sendByEmail", document.Id, work.StaffId);
        return new JObject();
    }

    /// <summary>Only the name of this method is known. [inferred]</summary>
    public static JObject Accept(Work work)
    {
        SetStatus(work, Resources.Estimate, work.FindLive(Resources.Estimate, work.Parameters), Accepted);
        return new JObject();
    }

    public static string NextNumber(RecordStore store, Record document)
    {
        var number = document.Id % 100_000;
        string text;
        do
        {
            text = number++.ToString("0000000", CultureInfo.InvariantCulture);
        }
        while (store.IsTaken(text, document.Id));
        return text;
    }

    private static void SetStatus(Work work, Resource resource, Record document, string status)
    {
        var changed = document.Copy();
        changed[Names.Status] = status;
        changed[Names.Updated] = work.Now;
        work.Company.Store(resource.Name).Put(changed);
    }
}
