using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Invoicing.Shared;

namespace Invoicing.Banking;

/// <summary>
/// Reads camt.053 and camt.054. Elements are told by their local names, which versions 02 to 10 share; what moved between versions is looked for in
/// each place. One booked entry is held at a time.
/// </summary>
internal sealed class CamtReader
{
    private const int FirstVersion = 2;
    private const int LastVersion = 10;
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:";

    private static readonly Regex Version = new(@"^urn:iso:std:iso:20022:tech:xsd:(camt\.05[34])\.001\.([0-9]{2})$", RegexOptions.CultureInvariant);

    private readonly BankStatementOptions _options;
    private BankFormat _format;

    public CamtReader(BankStatementOptions options) => _options = options;

    /// <exception cref="InvoicingException">The document is cut, malformed, of another version, or its balances do not agree.</exception>
    public IEnumerable<BankEntry> Read(TextReader text)
    {
        var ended = new EndNotingReader(text);
        using IEnumerator<BankEntry> entries = Document(ended).GetEnumerator();
        while (Guard(ended, entries.MoveNext))
        {
            yield return entries.Current;
        }
    }

    private static bool Guard(EndNotingReader text, Func<bool> step)
    {
        try
        {
            return step();
        }
        catch (XmlException fault)
        {
            throw text.IsAtEnd
                ? BankFault.Cut(fault.LineNumber, "elements are open at its end", fault)
                : BankFault.Of(fault.LineNumber, "it is not well-formed XML, or has a document type (DTD), which is refused", fault);
        }
        catch (DecoderFallbackException fault)
        {
            throw BankFault.Of(0, "it declares UTF-8 and has bytes that are none", fault);
        }
    }

    private IEnumerable<BankEntry> Document(TextReader ended)
    {
        using var xml = XmlReader.Create(ended, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        });
        xml.MoveToContent();
        Match version = Version.Match(xml.NamespaceURI);
        if (xml.LocalName != "Document" || !version.Success || int.Parse(version.Groups[2].Value, CultureInfo.InvariantCulture) is < FirstVersion or > LastVersion)
        {
            string name = xml.NamespaceURI.StartsWith(Namespace, StringComparison.Ordinal) ? xml.NamespaceURI.Substring(Namespace.Length) : $"an XML document '{xml.LocalName}'";
            throw BankFault.Of(Line(xml), $"it is {name}; camt.053 and camt.054 of the versions 02 to 10 are read");
        }

        bool isStatement = version.Groups[1].Value == "camt.053";
        _format = isStatement ? BankFormat.Camt053 : BankFormat.Camt054;
        string part = isStatement ? "Stmt" : "Ntfctn";
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == part)
            {
                foreach (BankEntry entry in Statement(xml))
                {
                    yield return entry;
                }
            }
        }
    }

    private IEnumerable<BankEntry> Statement(XmlReader xml)
    {
        string? id = null;
        string? account = null;
        CamtBalances balances = new();
        BalanceCheck? check = null;
        int line = Line(xml);
        foreach (string name in Children(xml))
        {
            line = Line(xml);
            switch (name)
            {
                case "Id":
                    id = Element(xml).Value;
                    break;
                case "Acct":
                    account = Account(Element(xml));
                    break;
                case "Bal":
                    balances.Add(Element(xml), line);
                    break;
                case "Ntry":
                    check ??= balances.Opening is { } opening ? new BalanceCheck(opening) : null;
                    foreach (BankEntry entry in Entry(xml, line, account, check))
                    {
                        yield return entry;
                    }

                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        if (balances is { Opening: { } first, Closing: { } closing })
        {
            (check ?? new BalanceCheck(first)).Close(closing, $"statement {id}", line, _options.SkipBalanceCheck);
        }
    }

    private List<BankEntry> Entry(XmlReader xml, int line, string? account, BalanceCheck? check)
    {
        var fields = new XElement("Ntry");
        var details = new List<(XElement Detail, int Line)>();
        foreach (string name in Children(xml))
        {
            if (name == "NtryDtls")
            {
                foreach (string inner in Children(xml))
                {
                    int at = Line(xml);
                    XElement element = Element(xml);
                    if (inner == "TxDtls")
                    {
                        details.Add((element, at));
                    }
                }
            }
            else
            {
                fields.Add(Element(xml));
            }
        }

        string? status = Text(fields, "Sts", "Cd") ?? Text(fields, "Sts");
        if (status is not (null or "BOOK"))
        {
            return [];
        }

        BankEntry whole = Whole(fields, line, account);
        check?.Add(whole.Amount, line);
        BankEntry[] parts = [.. details.Select((detail, place) => Part(whole, detail.Detail, detail.Line, place, details.Count))];

        // The parts of a batch stand for themselves only where they are the whole of it: charges can be among them.
        bool areWhole = parts.Length > 0 && parts.All(part => part.Currency == whole.Currency) && parts.Sum(part => part.Amount) == whole.Amount;
        if (areWhole)
        {
            return [.. parts];
        }

        whole.Text ??= parts.Length == 0 ? null : string.Join(" / ", parts.Select(part => part.Text).Where(text => text is not null));
        return [whole];
    }

    private BankEntry Whole(XElement fields, int line, string? account)
    {
        XElement amount = Find(fields, "Amt") ?? throw BankFault.Of(line, "an entry has no amount");
        decimal value = Amount(amount.Value, line) * Sign(fields, line);
        DateTime? booked = Day(fields, "BookgDt", line);
        DateTime? valued = Day(fields, "ValDt", line);
        return new BankEntry
        {
            Date = booked ?? valued ?? throw BankFault.Of(line, "an entry has no date"),
            ValueDate = valued,
            Amount = value,
            Currency = (string?)amount.Attribute("Ccy"),
            Text = Text(fields, "AddtlNtryInf"),
            BankReference = Text(fields, "AcctSvcrRef") ?? Text(fields, "NtryRef"),
            Account = account,
            IsReversal = Text(fields, "RvslInd") is "true" or "1",
            Format = _format,
            Line = line,
        };
    }

    private static BankEntry Part(BankEntry whole, XElement detail, int line, int place, int count)
    {
        BankEntry part = whole.Copy();
        part.Line = line;
        XElement? amount = Find(detail, "AmtDtls", "TxAmt", "Amt") ?? Find(detail, "Amt");
        if (count > 1 || (amount is not null && (string?)amount.Attribute("Ccy") == whole.Currency))
        {
            // A detail may have a direction of its own, such as a returned one among others.
            int sign = Text(detail, "CdtDbtInd") is null ? Math.Sign(whole.Amount) : Sign(detail, line);
            part.Amount = amount is null ? 0 : Math.Abs(Amount(amount.Value, line)) * sign;
            part.Currency = amount is null ? null : (string?)amount.Attribute("Ccy");
        }

        string other = part.Amount < 0 ? "Cdtr" : "Dbtr";
        part.Counterparty = Text(detail, "RltdPties", other, "Nm") ?? Text(detail, "RltdPties", other, "Pty", "Nm")
            ?? Text(detail, "RltdPties", "Ultmt" + other, "Nm") ?? Text(detail, "RltdPties", "Ultmt" + other, "Pty", "Nm");
        part.Iban = Text(detail, "RltdPties", other + "Acct", "Id", "IBAN") ?? Text(detail, "RltdPties", other + "Acct", "Id", "Othr", "Id");
        XElement? remittance = Find(detail, "RmtInf");
        part.PaymentReference = remittance is null ? null : Text(remittance, "Strd", "CdtrRefInf", "Ref");
        part.Text = Remittance(remittance) ?? Text(detail, "AddtlTxInf") ?? whole.Text;
        part.EndToEndId = Provided(Text(detail, "Refs", "EndToEndId"));
        part.BankReference = Provided(Text(detail, "Refs", "AcctSvcrRef"))
            ?? (count == 1 || whole.BankReference is null ? whole.BankReference : FormattableString.Invariant($"{whole.BankReference}/{place + 1}"));
        return part;
    }

    private static string? Remittance(XElement? remittance)
    {
        if (remittance is null)
        {
            return null;
        }

        IEnumerable<string> free = remittance.Elements().Where(element => element.Name.LocalName == "Ustrd").Select(element => element.Value);
        IEnumerable<string> structured = remittance.Elements().Where(element => element.Name.LocalName == "Strd").SelectMany(element => element.Elements())
            .Where(element => element.Name.LocalName is "RfrdDocInf" or "AddtlRmtInf")
            .Select(element => element.Name.LocalName == "RfrdDocInf" ? Text(element, "Nb") ?? "" : element.Value);
        string text = string.Join(" ", free.Concat(structured).Select(part => part.Trim()).Where(part => part.Length > 0));
        return text.Length == 0 ? null : text;
    }

    private static string? Provided(string? text) => text is null or "NOTPROVIDED" or "NONREF" ? null : text;

    private static string? Account(XElement account) => Text(account, "Id", "IBAN") ?? Text(account, "Id", "Othr", "Id");

    private static int Sign(XElement fields, int line) => Text(fields, "CdtDbtInd") switch
    {
        "CRDT" => 1,
        "DBIT" => -1,
        _ => throw BankFault.Of(line, "an amount does not say whether it is a credit or a debit"),
    };

    private static decimal Amount(string text, int line) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal amount)
            ? amount
            : throw BankFault.Of(line, $"'{Short(text)}' is no amount");

    private static DateTime? Day(XElement fields, string name, int line)
    {
        string? text = Text(fields, name, "Dt") ?? Text(fields, name, "DtTm");
        return text is null ? null
            : DateTime.TryParseExact(text.Length > 10 ? text.Substring(0, 10) : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) ? day
            : throw BankFault.Of(line, $"'{Short(text)}' is no date");
    }

    private static string Short(string text) => text.Length > 40 ? text.Substring(0, 40) + "..." : text;

    private static XElement? Find(XElement element, params string[] path)
    {
        XElement? found = element;
        foreach (string name in path)
        {
            found = found?.Elements().FirstOrDefault(child => child.Name.LocalName == name);
        }

        return found;
    }

    private static string? Text(XElement element, params string[] path) => Find(element, path) is { } found && found.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Goes through the child elements of the present one. Each must be read to its end before the next is asked for.</summary>
    private static IEnumerable<string> Children(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            yield break;
        }

        int depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                yield return xml.LocalName;
            }
            else
            {
                xml.Read();
            }
        }

        xml.ReadEndElement();
    }

    private static XElement Element(XmlReader xml) => (XElement)XNode.ReadFrom(xml);

    private static int Line(XmlReader xml) => ((IXmlLineInfo)xml).LineNumber;

    /// <summary>The balances of a statement.</summary>
    private sealed class CamtBalances
    {
        private decimal? _intermediateFirst;
        private decimal? _intermediateLast;
        private decimal? _opening;
        private decimal? _previous;
        private decimal? _closing;

        public decimal? Opening => _opening ?? _previous ?? _intermediateFirst;

        public decimal? Closing => _closing ?? _intermediateLast;

        public void Add(XElement balance, int line)
        {
            decimal amount = Amount((Find(balance, "Amt") ?? throw BankFault.Of(line, "a balance has no amount")).Value, line) * Sign(balance, line);
            switch (Text(balance, "Tp", "CdOrPrtry", "Cd"))
            {
                case "OPBD":
                    _opening = amount;
                    break;
                case "PRCD":
                    _previous = amount;
                    break;
                case "CLBD":
                    _closing = amount;
                    break;
                case "ITBD":
                    // A page of a long statement begins and ends with one.
                    _intermediateFirst ??= amount;
                    _intermediateLast = amount;
                    break;
            }
        }
    }
}
