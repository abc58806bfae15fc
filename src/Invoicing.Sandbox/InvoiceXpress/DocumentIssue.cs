using System;
using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Saft;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Turns a draft into a document: rules, number, ATCUD, signature.</summary>
internal static class DocumentIssue
{
    /// <summary>Exemption code that is stamped silently when an update lost the code. [seen]</summary>
    private const string UnknownExemption = "M99";

    public static void Issue(Company company, DocumentRecord document, string status, DateTime now)
    {
        var counter = document.Sequence ?? company.Sequences.Default!.For(document.Kind);
        Check(document, counter, now);

        document.Sequence = counter;
        document.Number = ++counter.Current;
        document.Client = company.Clients.ById(document.Client.Id) ?? document.Client;
        document.Atcud = counter.ValidationCode is null ? counter.ShownCode : $"{counter.ValidationCode}-{document.Number}";
        if (document.TaxExemption is null && document.Lines.Any(line => line.Tax.Value == 0))
        {
            document.TaxExemption = UnknownExemption;
        }

        // Seconds only, and never before the document in front of it: the chain of signatures must run forward.
        var entry = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond));
        document.SystemEntry = entry < counter.LastEntry ? counter.LastEntry : entry;
        if (document.Kind.IsSigned)
        {
            document.Signature = company.Signer.Sign(
                document.Date, document.SystemEntry, document.FullNumber, document.Totals.Total, counter.LastSignature);
            counter.LastSignature = document.Signature;
        }

        counter.LastDate = document.Date;
        counter.LastEntry = document.SystemEntry;
        document.Status = status;
        document.StatusDate = document.SystemEntry;
        if (document.Kind.Family == DocumentFamily.Guide)
        {
            document.TransportCode = "AT" + Mixer.Pick(900_000_000, document.Id).ToString("000000000", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The four characters that are printed, or null when the document is not signed.</summary>
    public static string? PrintedHash(DocumentRecord document) =>
        document.Signature is null ? null : SaftSigner.PrintedCharacters(document.Signature);

    private static void Check(DocumentRecord document, SequenceCounter counter, DateTime now)
    {
        if (counter.Kind.HasAtcud && counter.ValidationCode is null)
        {
            throw Refusal.Invalid($"The sequence {counter.Series.Name} is not registered with the tax authority", "sequence_id");
        }

        if (document.Date < counter.LastDate)
        {
            // The message names that date. [seen]
            throw Refusal.Invalid($"Date can't be earlier than that of the last document, {Wire.Date(counter.LastDate)}", "date");
        }

        if (document.DueDate < document.Date)
        {
            throw Refusal.Invalid("Due date can't be before the date", "due_date");
        }

        if (document.LoadedAt <= now)
        {
            throw Refusal.Invalid("Loaded at must be in the future", "loaded_at");
        }
    }
}
