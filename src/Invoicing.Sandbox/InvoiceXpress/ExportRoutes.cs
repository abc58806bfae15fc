using System.Globalization;
using System.IO;
using System.IO.Compression;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Pdf;
using Invoicing.Sandbox.Saft;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Background jobs: the same request is repeated until it answers with a link.</summary>
internal static class ExportRoutes
{
    public static void Pdf(IxCall call)
    {
        var document = call.Company.Documents.ById(call.Id()) ?? throw Refusal.Missing("Document not found");
        if (document.Status == DocumentStates.Deleted)
        {
            //  [official]
            throw Refusal.Of(406, "The document's state does not allow a PDF", ErrorShape.Numbered);
        }

        var isCopy = call.Query["second_copy"] == "true";
        var name = $"{document.Kind.Singular}-{document.Id}.pdf";
        var key = $"pdf {document.Id} {isCopy}";
        string Make() => call.Provider.Host.Files.Add(name, DocumentPdf.Write(call.Company, document, isCopy));
        if (Ask(call, key, Make, out var link))
        {
            call.Reply.Json(200, json => json.Object(o => o.Object("output", output => output.Field("pdfUrl", link))));
        }
        else if (call.Company.Settings.PdfWait == PdfWaitForm.Empty)
        {
            call.AnswerEmpty(202);
        }
        else
        {
            call.Reply.Json(202, json => json.Object(o => o.Object("accepted", accepted =>
            {
                accepted.Field("code", "202");
                accepted.Field("message", "The document is being generated");
            })));
        }
    }

    public static void Qr(IxCall call)
    {
        var document = call.Company.Documents.ById(call.Id());
        if (document is null || document.Kind.Family == DocumentFamily.Estimate)
        {
            throw Refusal.Missing("Document not found");
        }

        if (!document.IsIssued)
        {
            throw Refusal.Invalid("The document must not be a draft");
        }

        string Make() =>
            call.Provider.Host.Files.Add($"qr-{document.Id}.png", PngWriter.Write(DocumentPdf.Code(call.Company, document)!));
        var isReady = Ask(call, $"qr {document.Id}", Make, out var link);
        call.Reply.Json(isReady ? 200 : 202, json => json.Object(o => o.Object("qr_code", code =>
            code.Field(isReady ? "url" : "status", isReady ? link : "In progress"))));
    }

    public static void Saft(IxCall call)
    {
        // Which of the two spellings counts is not settled. [official], [official]
        var year = Number(call, "year") ?? Number(call, "years");
        var month = Number(call, "month");
        if (year is null or < 2000 or > 9998 || month is null or < 1 or > 12)
        {
            throw Refusal.Invalid("Month or year is invalid");
        }

        var export = new SaftExport(call.Company, year.Value, month.Value);
        if (export.IsEmpty)
        {
            throw Refusal.Invalid("There are no documents in this period");
        }

        string Make() => AddSaft(call.Provider.Host, export, $"saft-{year:0000}-{month:00}");
        if (Ask(call, $"saft {year} {month}", Make, out var link))
        {
            call.Reply.Json(200, json => json.Object(o => o.Field("Url", link)));
        }
        else
        {
            call.Reply.Json(202, json => json.Object(o => o.Field("message", "The file is being generated")));
        }
    }

    private static string AddSaft(SandboxHost host, SaftExport export, string name)
    {
        using var file = new MemoryStream();
        if (!host.Options.ZipDownloads)
        {
            SaftWriter.Write(file, export.Build());
            return host.Files.Add(name + ".xml", file.ToArray());
        }

        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name + ".xml").Open();
            SaftWriter.Write(entry, export.Build());
        }

        return host.Files.Add(name + ".zip", file.ToArray());
    }

    private static bool Ask(IxCall call, string key, System.Func<string> make, out string link)
    {
        var state = call.Company.Jobs.Ask(call.Http, key, call.Company.Version, make, out var path);
        if (state == JobState.Failed)
        {
            throw Refusal.Of(500, "The generation failed", ErrorShape.Message);
        }

        link = state == JobState.Ready ? call.Provider.Host.Link(path) : "";
        return state == JobState.Ready;
    }

    private static int? Number(IxCall call, string name) =>
        int.TryParse(call.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
