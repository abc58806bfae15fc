using System.Linq;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>
/// Reads a document from a request: everything is checked first, then client and catalogue are touched, so that a refused request leaves
/// nothing behind. An update replaces the whole document; fields that are not sent are lost. [official], [seen]
/// </summary>
internal static class DocumentBody
{
    public static void Fill(Company company, DocumentRecord document, JObject body, bool isNew)
    {
        var client = ReadClient(company, body);
        var lines = LineBody.Read(company.Taxes, body);
        var fresh = new DocumentRecord(document.Kind) { Client = client };
        ReadDates(company, fresh, body);
        ReadCommon(company, fresh, body);
        fresh.SetLines(lines, ReadGlobalDiscount(fresh.Kind, body));
        if (fresh.Kind.Family == DocumentFamily.Invoice)
        {
            ReadInvoice(company, fresh, body, isNew);
        }
        else if (fresh.Kind.Family == DocumentFamily.Guide)
        {
            GuideBody.Fill(fresh, body, company.Now, company.Settings);
        }

        if (client.Id == 0)
        {
            company.Clients.Add(client);
        }

        lines.ForEach(company.Items.Learn);
        document.Replace(fresh);
    }

    /// <summary>An unknown name creates a client; a known client is used unchanged, whatever else was sent. [official], [seen]</summary>
    private static ClientRecord ReadClient(Company company, JObject body)
    {
        var row = Wire.Object(body, "client") ?? throw Refusal.Invalid("Client can't be blank", "client");
        var name = Wire.Filled(row, "name") ?? throw Refusal.Invalid("Client name can't be blank", "client");
        if (company.Clients.ByName(name) is { } known)
        {
            return known;
        }

        var client = new ClientRecord();
        ClientFields.Apply(client, row);
        ClientRules.Check(client, company.Clients);
        return client;
    }

    private static void ReadDates(Company company, DocumentRecord document, JObject body)
    {
        // Estimates may leave their dates out [official], and guides the due date [seen].
        var isOptional = document.Kind.Family == DocumentFamily.Estimate;
        document.Date = Wire.Date(body, "date")
            ?? (isOptional ? company.Now.Date : throw Refusal.Invalid("Date can't be blank", "date"));
        document.DueDate = Wire.Date(body, "due_date")
            ?? (isOptional || (document.Kind.Family == DocumentFamily.Guide && !company.Settings.GuidesNeedDueDate) ? document.Date : throw Refusal.Invalid("Due date can't be blank", "due_date"));
        if (document.DueDate < document.Date)
        {
            throw Refusal.Invalid("Due date can't be before the date", "due_date");
        }
    }

    private static void ReadCommon(Company company, DocumentRecord document, JObject body)
    {
        document.Reference = Wire.Filled(body, "reference");
        document.Observations = Wire.Filled(body, "observations");
        document.Retention = Wire.Filled(body, "retention");
        if (Wire.Decimal(body, "retention", "Retention") is < 0 or > 99.99m)
        {
            throw Refusal.Invalid("Retention must be between 0 and 99.99", "retention");
        }

        document.TaxExemption = Exemption(Wire.Filled(body, "tax_exemption") ?? Wire.Filled(body, "tax_exemption_reason"))
            ?? Exemption(document.Client.TaxExemptionCode);
        if (Wire.IsFlagged(body, "mb_reference"))
        {
            throw Refusal.Invalid("Multibanco reference can't be requested without a payment provider", "mb_reference");
        }

        if (Wire.Integer(body, "sequence_id") is { } sequenceId)
        {
            document.Sequence = company.Sequences.Counter(sequenceId) ?? throw Refusal.Invalid("Sequence was not found", "sequence_id");
            if (document.Sequence.Kind != document.Kind)
            {
                //  [seen]
                throw Refusal.Invalid("Sequence category mismatch", "sequence_id");
            }
        }
    }

    /// <summary>M00 means none. The list of codes grows, so any code of the right form is taken. [official]</summary>
    private static string? Exemption(string? code)
    {
        if (code is null or "M00")
        {
            return null;
        }

        return Regex.IsMatch(code, "^M[0-9]{2}$") ? code : throw Refusal.Invalid("Tax exemption is invalid", "tax_exemption");
    }

    private static GlobalDiscount? ReadGlobalDiscount(DocumentKind kind, JObject body)
    {
        var row = kind.Family == DocumentFamily.Invoice ? Wire.Object(body, "global_discount") : null;
        if (row is null)
        {
            return null;
        }

        // "absolute" [official], "amount" by one package
        var type = Wire.Filled(row, "value_type") ?? "percentage";
        var value = Wire.Decimal(row, "value", "Global discount") ?? 0;
        if (type is not ("percentage" or "absolute" or "amount") || value < 0 || (type == "percentage" && value > 100))
        {
            throw Refusal.Invalid("Global discount is invalid", "global_discount");
        }

        return new GlobalDiscount(type, value);
    }

    private static void ReadInvoice(Company company, DocumentRecord document, JObject body, bool isNew)
    {
        // On create a missing code is refused; after an update it is stamped silently when the document is issued.
        if (isNew && document.TaxExemption is null && document.Lines.Any(line => line.Tax.Value == 0))
        {
            throw Refusal.Invalid("Razão de isenção não pode estar em branco", "tax_exemption");
        }

        document.CurrencyCode = Wire.Filled(body, "currency_code");
        if (document.CurrencyCode != null && !Currencies.IsKnown(document.CurrencyCode))
        {
            throw Refusal.Invalid($"Currency {document.CurrencyCode} was not found", "currency_code");
        }

        document.Rate = Wire.Decimal(body, "rate", "Rate") ?? 1;
        if (document.Rate <= 0)
        {
            throw Refusal.Invalid("Rate must be greater than 0", "rate");
        }

        if (Wire.Integer(body, "owner_invoice_id") is { } ownerId)
        {
            var owner = company.Documents.ById(ownerId);
            document.Owner = owner is { IsIssued: true, Kind.Family: DocumentFamily.Invoice }
                ? owner
                : throw Refusal.Invalid("Owner invoice was not found", "owner_invoice_id");
        }
    }
}
