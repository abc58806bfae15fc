using System.Collections.Generic;
using System.Linq;
using Invoicing.Sandbox.Pdf;
using Invoicing.Sandbox.Saft;
using Invoicing.Shared;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>A document on paper.</summary>
internal static class DocumentPdf
{
    public static byte[] Write(Company company, DocumentRecord document, bool isCopy) =>
        PdfWriter.Write(Title(document), Lines(company, document, isCopy), Code(company, document));

    /// <summary>The QR code that a document carries; null for one that has none.</summary>
    public static bool[,]? Code(Company company, DocumentRecord document) =>
        document.IsIssued && document.Kind.Family != DocumentFamily.Estimate
            ? QrCode.Encode(SaftQrCode.Build(
                company.Account.FiscalId ?? "",
                SaftMasters.Customer(document.Client),
                SaftMapping.Map(document),
                SaftExport.CertificateNumber))
            : null;

    private static string Title(DocumentRecord document) => document.IsIssued ? document.FullNumber : $"{document.Kind.Type} (rascunho)";

    private static IEnumerable<string> Lines(Company company, DocumentRecord document, bool isCopy)
    {
        yield return $"{company.Account.OrganizationName}  NIF {company.Account.FiscalId}";
        yield return isCopy ? "2.ª via" : "Original";
        if (document.IsCanceled)
        {
            yield return "ANULADO: " + document.CancelReason;
        }

        yield return "";
        yield return $"Cliente: {document.Client.Name}";
        yield return $"NIF: {document.Client.FiscalId ?? TaxNumber.FinalConsumer}";
        yield return $"Data: {Wire.Date(document.Date)}   Vencimento: {Wire.Date(document.DueDate)}";
        if (document.Reference != null)
        {
            yield return $"Referência: {document.Reference}";
        }

        yield return "";
        foreach (var line in document.Lines)
        {
            yield return $"{line.Name}  {line.Description}: {Wire.NumberText(line.Quantity)} x {Wire.NumberText(line.UnitPrice)}"
                + $"  -{Wire.NumberText(line.Discount)}%  {line.Tax.Name}";
        }

        yield return "";
        var totals = document.Totals;
        yield return $"Incidência {SaftText.Money(totals.BeforeTaxes)}   IVA {SaftText.Money(totals.Taxes)}";
        yield return $"Total {SaftText.Money(totals.Total)} EUR";
        if (document.TaxExemption != null && document.Lines.Any(line => line.Tax.Value == 0))
        {
            yield return $"{document.TaxExemption}: {ExemptionReasons.Of(document.TaxExemption)}";
        }

        if (document.Atcud != null)
        {
            yield return $"ATCUD:{document.Atcud}";
        }

        if (DocumentIssue.PrintedHash(document) is { } hash)
        {
            yield return $"{hash}-Processado por programa certificado n.º {SaftExport.CertificateNumber}/AT";
        }

        yield return "Ambiente de ensaio: este documento não tem valor legal.";
    }
}
