using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing.Saft.Schema;

/// <summary>The names of simple types in the table.</summary>
internal static class SimpleTypes
{
    private static readonly Dictionary<string, Func<string[], SimpleType>> Makers = new(StringComparer.Ordinal)
    {
        ["text"] = arguments => Text(arguments.Length == 0 ? "" : arguments[0]),
        ["of"] = arguments => new ListType(arguments),
        ["integer"] = arguments => Integer(arguments[0]),
        ["digits"] = arguments => Digits(int.Parse(arguments[0], CultureInfo.InvariantCulture)),
        ["date"] = arguments => new DateType(arguments.Length > 0),
        ["datetime"] = _ => new DateTimeType(),
        ["money"] = _ => new DecimalType(9999999999999.99m), // the cap of the intake's schemas [official]
        ["percent"] = _ => new DecimalType(100m), // the cap of the intake's schemas [official]
        ["quantity"] = _ => new DecimalType(null),
        ["version"] = _ => new TextType(1, int.MaxValue), // compared with the namespace by rule F02
        ["country"] = _ => new PatternType("a country as two letters", SaftCodes.IsCountry),
        ["countryOrUnknown"] = _ => new PatternType(
            "a country as two letters, or Desconhecido", text => text == "Desconhecido" || SaftCodes.IsCountry(text)),
        ["taxRegion"] = _ => new PatternType(
            "a country as two letters, PT-AC or PT-MA", text => text is "PT" or "PT-AC" or "PT-MA" || SaftCodes.IsCountry(text)),
        ["currency"] = _ => new PatternType("a currency of the list as three letters, not EUR", SaftCodes.IsCurrency),
        ["accountId"] = _ => new PatternType("1 to 30 characters without ^", text => SaftPatterns.IsAccount(text, 1)),
        ["ledgerAccount"] = _ => new PatternType("2 to 30 characters without ^", text => SaftPatterns.IsAccount(text, 2)),
        ["word"] = arguments => Word(Number(arguments[0])),
        ["taxCode"] = _ => new PatternType("1 to 10 letters, digits and points", SaftPatterns.IsTaxCode),
        ["companyId"] = _ => new PatternType("registry office, space and number, or nine digits", SaftPatterns.IsCompanyId),
        ["productId"] = _ => new PatternType("3 to 255 characters: product, one slash, company", SaftPatterns.IsProductId),
        ["documentNumber"] = _ => new PatternType(
            "at most 60 characters: code, one space, series, slash, digits", SaftPatterns.IsDocumentNumber),
        ["hashControl"] = _ => new PatternType(
            "key version, certificate.version, or version-type with M or D and the first number", SaftPatterns.IsHashControl),
        ["transactionId"] = _ => new PatternType(
            "at most 70 characters: date, space, journal, space, archive number", SaftPatterns.IsTransactionId),
        ["exemptionCode"] = _ => new PatternType("M and two digits", SaftPatterns.IsExemptionCode),
    };

    public static SimpleType Get(string name, string[] arguments) => Makers[name](arguments);

    private static SimpleType Text(string range)
    {
        var ends = range.Split([".."], StringSplitOptions.None);
        return range.Length == 0
            ? new TextType(1, int.MaxValue)
            : new TextType(ends.Length == 1 ? 1 : Number(ends[0]), Number(ends.Last()));
    }

    private static SimpleType Integer(string range)
    {
        var ends = range.Split([".."], StringSplitOptions.None);
        return new IntegerType(Number(ends[0]), ends[1].Length == 0 ? long.MaxValue : Number(ends[1]));
    }

    private static SimpleType Digits(int count)
        => new PatternType($"{count} digits", text => text.Length == count && SaftPatterns.AreDigits(text, 0, count));

    private static SimpleType Word(int max)
        => new PatternType($"1 to {max} characters without blanks", text => text.Length > 0 && text.Length <= max && text.IndexOf(' ') < 0);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
