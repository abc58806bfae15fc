using System;
using System.Collections.Generic;
using System.Linq;
using static Invoicing.Saft.SaftLevel;
using static Invoicing.Saft.SaftTier;

namespace Invoicing.Saft;

/// <summary>The rule catalogue of the checker.</summary>
public static class SaftRules
{
    private const string Schema = "Portaria 302/2016, schema 1.04_01";
    private const string Structure = "Portaria 302/2016";
    private const string Signing = "Despacho 8632/2014";
    private const string AtcudLaw = "Portaria 195/2020";

    /// <summary>All rules, in the order of the catalogue.</summary>
    public static IReadOnlyList<SaftRule> All { get; } =
    [
        new("F01", Error, Intake, "Well-formed XML", "One XML document with one root and no DTD; in a ZIP exactly one .xml; no text of more than 4 million characters.", ""),
        new("F02", Error, Intake, "Known version", "The namespace of the root and AuditFileVersion both say 1.04_01.", Schema),
        new("F03", Warning, Unconfirmed, "True encoding",
            "The bytes are in the encoding that the declaration and the byte-order mark name.", ""),
        new("F04", Warning, Strict, "Undamaged text", "No text holds the replacement character or its tell-tale triple.", ""),
        new("F05", Error, Intake, "Whole file", "The file goes on to the end of its root element.", ""),
        new("S01", Error, Unconfirmed, "Schema",
            "Order, presence, lengths, lists, patterns. The intake stops faults of the elements that it keeps; some others may be absent "
            + "there, but not malformed.", Schema),
        new(
            "S02", Error, Strict, "Assertions",
            "The 19 assertions of the schema: exemption reasons and codes, TaxBase, receipts, accounts.", Schema),
        new("S03", Error, Strict, "Unique keys", "No key and no document number occurs twice in its table.", Schema),
        new("S04", Error, Strict, "References", "Customers, suppliers, products and accounts that are named are in the file.", Schema),
        new("S05", Warning, Strict, "Tax table", "Each line's tax is in the tax table: type, region, code and rate.", Structure),
        new("S06", Warning, Unconfirmed, "Plain dates and times", "No zone and no fraction of a second.", Structure),
        new("T01", Error, Intake, "Number of entries", "Each table declares as many entries, or movement lines, as it holds.", Structure),
        new("T02", Error, Intake, "Declared totals",
            "TotalDebit, TotalCredit, TotalQuantityIssued are the sums of the lines, within 0.01. Left out: cancelled documents, "
            + "and of sales documents also billed ones.", Structure),
        new("T03", Error, Unconfirmed, "Gross total", "GrossTotal is NetTotal plus TaxPayable, within 0.01.", Structure),
        new(
            "T04", Error, Strict, "Net total", "NetTotal is credits minus debits of the lines: an error above 0.05, a warning above 0.01.",
            Structure),
        new("T05", Warning, Strict, "Tax of the document", "TaxPayable is the tax of the lines, within 0.01 a line.", Structure),
        new(
            "T06", Warning, Strict, "Line amount", "Quantity times price is the amount, within the rounding of the price and 0.01.",
            Structure),
        new("T07", Warning, Strict, "Debit and credit",
            "Sales are on the credit side, credit notes on the debit side; an amount on the other side is only worth knowing.", Structure),
        new("N01", Error, Strict, "No gaps", "The numbers of a series follow each other; a series may start anywhere.", ""),
        new("N02", Error, Intake, "No number twice", "Each number of a series is used once; an export out of order is worth knowing.", ""),
        new("N03", Error, Strict, "One type a code", "The internal code before the space stands for one document type.", Structure),
        new(
            "N04", Warning, Strict, "Dates go forward",
            "No document is dated before its predecessor in the series (recovered ones may be).", ""),
        new("N05", Error, Unconfirmed, "Dates in the period",
            "Documents and ledger transactions are dated in the period of the header (of invoices an error, else a warning) and not after it "
            + "was written.",
            Structure),
        new("H01", Error, Unconfirmed, "Form of the signature", "172 characters of Base64, or 0 of an uncertified program.", Signing),
        new("H02", Error, Strict, "Signatures differ", "No two documents have the same signature.", Signing),
        new("H03", Warning, Strict, "Key version", "The form of HashControl agrees with the origin of the document.", Signing),
        new(
            "H04", Error, Strict, "True signatures",
            "The signature fits document, predecessor and the maker's public key; only with that key.", Signing),
        new("A01", Error, Strict, "Form of the ATCUD",
            "Validation code of at least 8 characters, hyphen, number; not 0 from 2023 on. Odd characters are a warning.", AtcudLaw),
        new(
            "A02", Error, Strict, "Number of the ATCUD", "The number behind the hyphen is the number of the document in its series.",
            AtcudLaw),
        new("A03", Warning, Strict, "One code a series", "A series has one validation code, and a code one series.", AtcudLaw),
        new("P01", Error, Intake, "Tax number of the issuer", "The check digit is right; of the program's maker a warning.", ""),
        new("P02", Warning, Unconfirmed, "Tax numbers of parties", "Portuguese customers and suppliers have nine digits without prefix and blanks, and the check digit is right.", ""),
        new("X01", Error, Unconfirmed, "Exemptions",
            "Tax codes go with their rates: ISE and NS with 0, RED, INT and NOR with more. An unknown exemption code is a warning.",
            Structure),
        new("R01", Warning, Strict, "References to documents",
            "Credit and debit notes name a document and a reason, and not themselves; what they and receipts name does not contradict the file.", Structure),
        new("C01", Warning, Strict, "Content",
            "Status with reason, regime, dates and types that go together; line numbers differ; currency amounts fit the rate.", Structure),
        new("C02", Warning, Unconfirmed, "Header",
            "The fiscal year is that of the start of the period, or the one before; the period does not end before it starts; the postal "
            + "code of a Portuguese company is dddd-ddd.", Structure),
        new("C03", Warning, Strict, "Start of transport",
            "A transport starts after its document was issued, and before it ends (documents written by hand are entered later).",
            "DL 147/2003, art. 4"),
        new("C04", Warning, Strict, "Simplified invoices",
            "A simplified invoice is not above 1000 euro, the limit of retailers; of others it is 100, which a file does not tell.",
            "CIVA, art. 40"),
        new("C05", Warning, Strict, "Payments and deductions",
            "Payments add up to the gross total, less what is withheld and deducted; neither of these is above the gross total.",
            Structure),
        new("C06", Information, Strict, "Odd amounts",
            "No amount is a valid tax number; no gross total is a thousand times the average of the others in its table.", ""),
        new("L01", Error, Unconfirmed, "Balanced transactions",
            "Each transaction of the ledger has a debit and a credit, and both sides are equal, within half a cent.", Structure),
        new("D01", Information, Unconfirmed, "Delivery",
            "The regular day of delivery has passed: the 5th of the next month, 31 August for July; only when a day to compare with is given.",
            "Lei 12/2022, art. 317; LGT, art. 57-A"),
    ];

    /// <summary>The rule of an identifier.</summary>
    /// <param name="id">For example N01, in any case.</param>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static SaftRule Get(string id)
        => All.FirstOrDefault(rule => rule.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no rule {id}.", nameof(id));
}
