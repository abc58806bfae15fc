using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Invoicing.Saft;

namespace Invoicing.Tests.Saft;

/// <summary>Short ways to write a case: a typical file with one change.</summary>
internal static class RuleCases
{
    public static readonly RSA Key = RSA.Create(1024);

    public static byte[] Utf8(string xml) => Encoding.UTF8.GetBytes(xml);

    public static RuleCase Edit(string rule, string name, string old, string with, params string[] also)
        => new(rule, name, () => Utf8(TestFile.Typical().ToXml(old, with)), null, options => options.ExcludeRules = also);

    public static RuleCase Xml(string rule, string name, Func<string> xml, bool alsoS01 = false)
        => new(rule, name, () => Utf8(xml()), null, options => options.ExcludeRules = alsoS01 ? ["S01"] : []);

    public static RuleCase Bytes(string rule, string name, Func<byte[]> bytes, Action<SaftCheckOptions>? options = null)
        => new(rule, name, bytes, null, options);

    public static RuleCase File(string rule, string name, Action<TestFile> change, SaftLevel? level = null)
        => new(rule, name, () => Utf8(TestFile.Typical().With(change).ToXml()), level);

    public static RuleCase Document(
        string rule, string name, Action<TestDocument> change, SaftLevel? level = null, string number = "FT B/1",
        bool alsoReference = false,
        decimal? alsoGross = null, string? period = null)
        => new(
            rule,
            name,
            () => Utf8(TestFile.Typical().With(f => f.StartDate = period ?? f.StartDate).Invoice(number, d =>
            {
                change(d);
                d.Gross ??= alsoGross;
                if (d.Tax is not null && alsoGross is null)
                {
                    d.Gross = d.NetTotal + d.Tax;
                }
            }).ToXml()),
            level,
            options => options.ExcludeRules = alsoReference ? ["R01"] : []);

    public static RuleCase Line(string rule, string name, Action<TestLine> change, SaftLevel? level = null)
        => Document(rule, name, d => d.Line(10m, change), level);

    public static void Note(TestDocument document, Action<TestLine> change)
        => document.Line(10m, l => l.And(() => l.Reference = "FT A/1").And(() => change(l)));

    public static TestFile Declared(string encoding)
        => TestFile.Typical().With(f => f.Declaration = $"<?xml version='1.0' encoding='{encoding}'?>");

    public static void Uncertified(TestFile file)
    {
        file.Certificate = "0";
        foreach (var document in file.Documents)
        {
            (document.Hash, document.HashControl) = ("0", "0");
        }
    }

    public static TestDocument Cancel(TestDocument document)
    {
        (document.Status, document.Reason) = ("A", "Engano");
        return document;
    }

    // The rate is put into the tax table, too, so that only the pairing is wrong.
    public static void Rate(TestFile file, string code, decimal rate)
    {
        file.Invoice("FT B/1", d => d.Line(10m, l => (rate == 0 ? l.Exempt() : l).And(() => (l.TaxCode, l.TaxRate) = (code, rate))));
        file.MoreTaxes = TestFile.TaxEntry("IVA", "PT", code, rate);
    }

    public static byte[] Tampered() => Utf8(TestFile.Typical().Sign(Key).With(f => f.Documents[1].Gross = 73.81m).ToXml());

    public static void WithKey(SaftCheckOptions options) => options.PublicKey = Key.ExportSubjectPublicKeyInfoPem();

    public static byte[] Windows1252(string xml) => new Invoicing.Saft.Encodings.Windows1252Encoding().GetBytes(xml);

    public static string Deep(int depth)
        => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    public static string Currency(string code, decimal amount, decimal rate)
        => "<Currency>" + TestLine.Tag("CurrencyCode", code) + TestLine.Tag("CurrencyAmount", TestLine.Text(amount))
            + TestLine.Tag("ExchangeRate", TestLine.Text(rate)) + "</Currency>";

    public static string Accounts(string accounts)
        => "<GeneralLedgerAccounts><TaxonomyReference>S</TaxonomyReference>" + accounts + "</GeneralLedgerAccounts>";

    public static string Account(string id, string category, string? group, string? taxonomy)
        => "<Account>" + TestLine.Tag("AccountID", id) + "<AccountDescription>Conta</AccountDescription>"
            + "<OpeningDebitBalance>0</OpeningDebitBalance><OpeningCreditBalance>0</OpeningCreditBalance>"
            + "<ClosingDebitBalance>0</ClosingDebitBalance><ClosingCreditBalance>0</ClosingCreditBalance>"
            + TestLine.Tag("GroupingCategory", category) + (group is null ? "" : TestLine.Tag("GroupingCode", group))
            + (taxonomy is null ? "" : TestLine.Tag("TaxonomyCode", taxonomy)) + "</Account>";

    /// <summary>Lets a change stand in an expression.</summary>
    public static T And<T>(this T value, Action change)
    {
        change();
        return value;
    }
}
