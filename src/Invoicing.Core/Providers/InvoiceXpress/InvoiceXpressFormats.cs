using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine.Fields;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// The provider has a list of English names of its own and refuses codes (docs/facts/invoicexpress.md#countries). These are the names of
/// that list that differ from ours.
/// </summary>
internal static class CountryNames
{
    private static readonly Dictionary<string, string> Theirs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["United Kingdom"] = "UK",
        ["Bosnia and Herzegovina"] = "Bosnia-Herzegovina",
        ["DR Congo"] = "Congo, Democratic Republic",
        ["Eswatini"] = "Swaziland",
        ["Faroe Islands"] = "Faeroe Islands (Føroyar)",
        ["North Korea"] = "Korea, North",
        ["North Macedonia"] = "Macedonia (Former Yug. Rep.)",
        ["Samoa"] = "Samoa (Western)",
        ["Senegal"] = "Sénégal",
        ["South Korea"] = "Korea, South",
    };

    private static readonly Dictionary<string, string> Ours = Theirs.ToDictionary(row => row.Value, row => row.Key, StringComparer.OrdinalIgnoreCase);

    public static readonly FieldType<string?> Wire = Engine.Fields.FieldTypes.Translated(
        name => name.Length == 0 ? null : Ours.TryGetValue(name, out string? ours) ? ours : name,
        country =>
        {
            string name = Countries.ToName(country);
            return Theirs.TryGetValue(name, out string? theirs) ? theirs : name;
        });
}

/// <summary>
/// Answers name a currency in words, requests by its code, and the account's own currency, the euro, is not asked for
/// (docs/facts/invoicexpress.md#currencies).
/// </summary>
internal static class CurrencyCode
{
    private const string Euro = "EUR";

    /// <summary>The codes that requests may have (official), and the names of answers (the first three seen, the others assumption).</summary>
    private const string Table =
        "EUR Euro;GBP Pound sterling;USD U.S. dollar;AED United Arab Emirates dirham;AFN Afghan afghani;ALL Albanian lek;AMD Armenian dram;"
        + "ANG Netherlands Antillean guilder;AOA Angolan kwanza;ARS Argentine peso;AUD Australian dollar;AWG Aruban florin;AZN Azerbaijani manat;"
        + "BAM Bosnia and Herzegovina convertible mark;BBD Barbadian dollar;BDT Bangladeshi taka;BGN Bulgarian lev;BHD Bahraini dinar;"
        + "BIF Burundian franc;BMD Bermudian dollar;BND Brunei dollar;BOB Bolivian boliviano;BRL Brazilian real;BSD Bahamian dollar;"
        + "BTN Bhutanese ngultrum;BWP Botswana pula;BYR Belarusian ruble;BZD Belize dollar;CAD Canadian dollar;CDF Congolese franc;CHF Swiss franc;"
        + "CLP Chilean peso;CNY Chinese yuan;COP Colombian peso;CRC Costa Rican colón;CUC Cuban convertible peso;CUP Cuban peso;"
        + "CVE Cape Verdean escudo;CZK Czech koruna;DJF Djiboutian franc;DKK Danish krone;DOP Dominican peso;DZD Algerian dinar;EEK Estonian kroon;"
        + "EGP Egyptian pound;ERN Eritrean nakfa;ETB Ethiopian birr;FJD Fijian dollar;FKP Falkland Islands pound;GEL Georgian lari;"
        + "GHS Ghanaian cedi;GIP Gibraltar pound;GMD Gambian dalasi;GNF Guinean franc;GTQ Guatemalan quetzal;GYD Guyanese dollar;"
        + "HKD Hong Kong dollar;HNL Honduran lempira;HRK Croatian kuna;HTG Haitian gourde;HUF Hungarian forint;IDR Indonesian rupiah;"
        + "ILS Israeli new shekel;INR Indian rupee;IQD Iraqi dinar;IRR Iranian rial;ISK Icelandic króna;JMD Jamaican dollar;JOD Jordanian dinar;"
        + "JPY Japanese yen;KES Kenyan shilling;KGS Kyrgyzstani som;KHR Cambodian riel;KMF Comorian franc;KPW North Korean won;KRW South Korean won;"
        + "KWD Kuwaiti dinar;KYD Cayman Islands dollar;KZT Kazakhstani tenge;LAK Lao kip;LBP Lebanese pound;LKR Sri Lankan rupee;"
        + "LRD Liberian dollar;LSL Lesotho loti;LTL Lithuanian litas;LVL Latvian lats;LYD Libyan dinar;MAD Moroccan dirham;MDL Moldovan leu;MGA Malagasy ariary;"
        + "MKD Macedonian denar;MMK Myanma kyat;MNT Mongolian tögrög;MOP Macanese pataca;MRO Mauritanian ouguiya;MUR Mauritian rupee;"
        + "MVR Maldivian rufiyaa;MWK Malawian kwacha;MXN Mexican peso;MYR Malaysian ringgit;MZN Mozambican metical;NAD Namibian dollar;"
        + "NGN Nigerian naira;NIO Nicaraguan córdoba;NOK Norwegian krone;NPR Nepalese rupee;NZD New Zealand dollar;OMR Omani rial;"
        + "PEN Peruvian nuevo sol;PGK Papua New Guinean kina;PHP Philippine peso;PKR Pakistani rupee;PLN Polish złoty;"
        + "PYG Paraguayan guaraní;QAR Qatari riyal;RON Romanian leu;RSD Serbian dinar;RUB Russian ruble;RWF Rwandan franc;SAR Saudi riyal;"
        + "SBD Solomon Islands dollar;SCR Seychellois rupee;SDG Sudanese pound;SEK Swedish krona;SGD Singapore dollar;SHP Saint Helena pound;"
        + "SLL Sierra Leonean leone;SOS Somali shilling;SRD Surinamese dollar;STN São Tomé and Príncipe dobra;SYP Syrian pound;SZL Swazi lilangeni;"
        + "THB Thai baht;TJS Tajikistani somoni;TMT Turkmenistani manat;TND Tunisian dinar;TOP Tongan paʻanga;TRY Turkish lira;"
        + "TTD Trinidad and Tobago dollar;TWD New Taiwan dollar;TZS Tanzanian shilling;UAH Ukrainian hryvnia;UGX Ugandan shilling;"
        + "UYU Uruguayan peso;UZS Uzbekistani som;VES Venezuelan bolívar soberano;VND Vietnamese đồng;VUV Vanuatu vatu;WST Samoan tālā;"
        + "XAF Central African CFA franc;XCD East Caribbean dollar;XOF West African CFA franc;XPF CFP franc;YER Yemeni rial;"
        + "ZAR South African rand;ZMW Zambian kwacha;ZWL Zimbabwean dollar";

    private static readonly Lazy<Dictionary<string, string>> Codes = new(() => Table.Split(';')
        .SelectMany(row => new[] { row.Substring(0, 3), row.Substring(4) }.Select(text => (Text: text, Code: row.Substring(0, 3))))
        .ToDictionary(row => row.Text, row => row.Code, StringComparer.OrdinalIgnoreCase));

    /// <summary>A name that is in no table stays as it is.</summary>
    public static readonly FieldType<string?> Wire = Engine.Fields.FieldTypes.Translated(
        name => name.Length == 0 ? null : Of(name) ?? name,
        currency => Of(currency) is { } code && code != Euro ? code : null);

    /// <summary>The code of a code or a name, in any case; <c>null</c> if it is neither.</summary>
    public static string? Of(string currency) => Codes.Value.TryGetValue(currency.Trim(), out string? code) ? code : null;
}

/// <summary>The three countries that accounts are taxed in, as numbers (docs/facts/invoicexpress.md#accounts, official (old)).</summary>
internal static class TaxCountry
{
    public static readonly FieldType<string?> Wire = Engine.Fields.FieldTypes.Translated(
        number => number switch
        {
            "1" => "Portugal",
            "2" => "Ireland",
            "3" => "United Kingdom",
            _ => number,
        },
        country => Countries.ToCode(country) switch
        {
            "PT" => "1",
            "IE" => "2",
            "GB" => "3",
            _ => throw InvoicingException.InvalidInput("account", [new FieldError("Country", "must be Portugal, Ireland or the United Kingdom")]),
        });
}
