using System.Collections.Generic;
using System.IO;
using System.Xml;
using Invoicing.Shared;

namespace Invoicing.Sandbox.Saft;

// Writes a SAF-T (PT) file of structure 1.04_01 in one pass.
internal static class SaftWriter
{
    internal const string Namespace = "urn:OECD:StandardAuditFile-Tax:PT_1.04_01";

    // An empty month has to be declared as such, so the table of invoices is always there; the others only with documents.
    private static readonly SaftShape<SaftFile> SourceDocuments = new SaftShape<SaftFile>()
        .Group("SalesInvoices", Table("Invoice", SaftDocumentShapes.Invoice), f => new SaftTable<SaftInvoice>(f.Invoices, "AF"))
        .Group("MovementOfGoods", Goods(), f => Used(f.StockMovements))
        .Group("WorkingDocuments", Table("WorkDocument", SaftDocumentShapes.WorkDocument), f => Used(f.WorkDocuments))
        .Group("Payments", Table("Payment", SaftDocumentShapes.Payment), f => Used(f.Payments));

    private static readonly SaftShape<SaftFile> AuditFile = new SaftShape<SaftFile>()
        .Group("Header", SaftMasterShapes.Header, f => f)
        .Group("MasterFiles", SaftMasterShapes.MasterFiles, f => f)
        .Group("SourceDocuments", SourceDocuments, f => f);

    /// <summary>
    /// Checks the file and writes it in Windows-1252; the stream stays open.
    /// Throws InvalidOperationException, naming the document and the key, if the file contradicts itself or the schema.
    /// </summary>
    public static void Write(Stream output, SaftFile file)
    {
        SaftCheck.Check(file);
        using var text = new StreamWriter(output, new Windows1252Encoding("Windows-1252"), 8192, leaveOpen: true);
        using var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" });
        xml.WriteStartDocument();
        xml.WriteStartElement("AuditFile", Namespace);
        AuditFile.Write(xml, file);
        xml.WriteEndElement();
    }

    private static SaftShape<SaftTable<T>> Table<T>(string element, SaftShape<T> document)
        where T : SaftDocument => new SaftShape<SaftTable<T>>()
        .Integer("NumberOfEntries", t => t.Documents.Count)
        .Money("TotalDebit", t => t.Debit)
        .Money("TotalCredit", t => t.Credit)
        .Each(element, document, t => t.Documents);

    private static SaftShape<SaftTable<SaftStockMovement>> Goods() => new SaftShape<SaftTable<SaftStockMovement>>()
        .Integer("NumberOfMovementLines", t => t.LineCount)
        .Quantity("TotalQuantityIssued", t => t.Quantity)
        .Each("StockMovement", SaftDocumentShapes.StockMovement, t => t.Documents);

    private static SaftTable<T>? Used<T>(IReadOnlyList<T> documents)
        where T : SaftDocument =>
        documents.Count > 0 ? new SaftTable<T>(documents, "A") : null;
}
