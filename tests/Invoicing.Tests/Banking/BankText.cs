using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Banking;

/// <summary>Bank files of invented companies, and their reading.</summary>
internal static class BankText
{
    public static BankEntry[] Read(string text, BankStatementOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static BankEntry[] Read(byte[] content, BankStatementOptions? options = null)
    {
        using var folder = new Folder();
        string path = folder.At("statement.txt");
        File.WriteAllBytes(path, content);
        return [.. BankStatementReader.Read(path, options)];
    }

    public static InvoicingException Fault(string text, BankStatementOptions? options = null) => Fault(Encoding.UTF8.GetBytes(text), options);

    public static InvoicingException Fault(byte[] content, BankStatementOptions? options = null)
    {
        var fault = Xunit.Assert.Throws<InvoicingException>(() => Read(content, options));
        Xunit.Assert.Equal(ErrorKind.InvalidFile, fault.Kind);
        return fault;
    }

    /// <summary>A ZIP of files.</summary>
    public static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    public static string Camt(string version, string body, string kind = "053") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.{kind}.001.{version}">
          <{(kind == "053" ? "BkToCstmrStmt" : "BkToCstmrDbtCdtNtfctn")}>
            <GrpHdr><MsgId>M1</MsgId></GrpHdr>
            <{(kind == "053" ? "Stmt" : "Ntfctn")}>
              <Id>S-7</Id>
              <Acct><Id><IBAN>EE471000001020145685</IBAN></Id></Acct>
              {body}
            </{(kind == "053" ? "Stmt" : "Ntfctn")}>
          </{(kind == "053" ? "BkToCstmrStmt" : "BkToCstmrDbtCdtNtfctn")}>
        </Document>
        """;

    public static string Balance(string code, decimal amount) => FormattableString.Invariant(
        $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{Math.Abs(amount):0.00}</Amt><CdtDbtInd>{(amount < 0 ? "DBIT" : "CRDT")}</CdtDbtInd><Dt><Dt>2026-03-31</Dt></Dt></Bal>");

    public static string Entry(decimal amount, string details = "", string status = "<Sts>BOOK</Sts>", string reference = "B1") => FormattableString.Invariant(
        $"<Ntry><Amt Ccy=\"EUR\">{Math.Abs(amount):0.00}</Amt><CdtDbtInd>{(amount < 0 ? "DBIT" : "CRDT")}</CdtDbtInd>{status}<BookgDt><Dt>2026-03-05</Dt></BookgDt><ValDt><Dt>2026-03-06</Dt></ValDt><AcctSvcrRef>{reference}</AcctSvcrRef>{(details.Length > 0 ? $"<NtryDtls>{details}</NtryDtls>" : "")}<AddtlNtryInf>fallback</AddtlNtryInf></Ntry>");

    public static string Detail(string text, decimal? amount = null, string name = "Puit OÜ", bool isNew = false, string reference = "") => FormattableString.Invariant($"""
        <TxDtls><Refs><EndToEndId>E2E-{text.Length}</EndToEndId>{reference}</Refs>
        {(amount is { } value ? isNew ? $"<Amt Ccy=\"EUR\">{value:0.00}</Amt><CdtDbtInd>CRDT</CdtDbtInd>" : $"<AmtDtls><TxAmt><Amt Ccy=\"EUR\">{value:0.00}</Amt></TxAmt></AmtDtls>" : "")}
        <RltdPties><Dbtr>{(isNew ? $"<Pty><Nm>{name}</Nm></Pty>" : $"<Nm>{name}</Nm>")}</Dbtr><DbtrAcct><Id><IBAN>EE382200221020145685</IBAN></Id></DbtrAcct></RltdPties>
        <RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls>
        """);

    public static string Mt940(string entries, string opening = "C260301EUR1000,00", string closing = "C260331EUR1123,45") =>
        $"{{1:F01BANKEE2XAXXX0000000000}}{{2:I940BANKEE2XXXXXN}}{{4:\r\n:20:STMT\r\n:25:EE471000001020145685\r\n:28C:3/1\r\n:60F:{opening}\r\n{entries}:62F:{closing}\r\n-}}\r\n";

    public static string[] Norma43(params (decimal Amount, string[] Texts)[] entries)
    {
        const decimal opening = 1000;
        decimal debits = -entries.Where(one => one.Amount < 0).Sum(one => one.Amount);
        decimal credits = entries.Where(one => one.Amount > 0).Sum(one => one.Amount);
        var lines = new List<string> { $"11{"2100"}{"0418"}{"0200051332"}260301260331{Signed(opening)}978{"3"}EMPRESA DE PRUEBA SL" };
        foreach ((decimal amount, string[] texts) in entries)
        {
            lines.Add($"22    0418260305260306{"02"}{"001"}{Signed(amount)}0000000012{new string('0', 12)}{new string(' ', 16)}");
            lines.AddRange(texts.Select((text, place) => $"23{place + 1:00}{text}"));
        }

        lines.Add($"33210004180200051332{entries.Count(one => one.Amount < 0):00000}{Cents(debits)}{entries.Count(one => one.Amount > 0):00000}{Cents(credits)}{Signed(opening - debits + credits)}978");
        lines.Add($"88{new string('9', 18)}{lines.Count:000000}");
        return [.. lines.Select(line => line.PadRight(80))];
    }

    private static string Signed(decimal amount) => (amount < 0 ? "1" : "2") + Cents(Math.Abs(amount));

    private static string Cents(decimal amount) => ((long)(amount * 100)).ToString("00000000000000", System.Globalization.CultureInfo.InvariantCulture);
}
