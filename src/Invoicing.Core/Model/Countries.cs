using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>Countries by ISO 3166 code and usual English name. The model holds the name.</summary>
public static class Countries
{
    private const string Table =
        "AD Andorra;AE United Arab Emirates;AF Afghanistan;AG Antigua and Barbuda;AI Anguilla;AL Albania;AM Armenia;AN Netherlands Antilles;AO Angola;" +
        "AR Argentina;AS American Samoa;AT Austria;AU Australia;AW Aruba;AZ Azerbaijan;BA Bosnia and Herzegovina;BB Barbados;" +
        "BD Bangladesh;BE Belgium;BF Burkina Faso;BG Bulgaria;BH Bahrain;BI Burundi;BJ Benin;BM Bermuda;BN Brunei;BO Bolivia;BR Brazil;" +
        "BS Bahamas;BT Bhutan;BW Botswana;BY Belarus;BZ Belize;CA Canada;CC Cocos (Keeling) Islands;CD DR Congo;CF Central African Republic;CG Congo;" +
        "CH Switzerland;CI Ivory Coast;CK Cook Islands;CL Chile;CM Cameroon;CN China;CO Colombia;CR Costa Rica;CU Cuba;CV Cape Verde;" +
        "CW Curaçao;CX Christmas Island;CY Cyprus;CZ Czech Republic;DE Germany;DJ Djibouti;DK Denmark;DM Dominica;DZ Algeria;EC Ecuador;" +
        "EE Estonia;EG Egypt;EH Western Sahara;ER Eritrea;ES Spain;ET Ethiopia;FI Finland;FJ Fiji;FK Falkland Islands;FM Micronesia;" +
        "FO Faroe Islands;FR France;GA Gabon;GB United Kingdom;GD Grenada;GE Georgia;GF French Guiana;GG Guernsey;GH Ghana;GI Gibraltar;" +
        "GL Greenland;GM Gambia;GN Guinea;GP Guadeloupe;GQ Equatorial Guinea;GR Greece;GT Guatemala;GU Guam;GW Guinea-Bissau;GY Guyana;" +
        "HK Hong Kong;HM Heard and McDonald Islands;HN Honduras;HR Croatia;HT Haiti;HU Hungary;ID Indonesia;IE Ireland;IL Israel;IM Isle of Man;IN India;IO British Indian Ocean Territory;IQ Iraq;IR Iran;" +
        "IS Iceland;IT Italy;JE Jersey;JM Jamaica;JO Jordan;JP Japan;KE Kenya;KG Kyrgyzstan;KH Cambodia;KI Kiribati;KM Comoros;" +
        "KN St. Kitts and Nevis;KP North Korea;KR South Korea;KW Kuwait;KY Cayman Islands;KZ Kazakhstan;LA Laos;LB Lebanon;LC St. Lucia;" +
        "LI Liechtenstein;LK Sri Lanka;LR Liberia;LS Lesotho;LT Lithuania;LU Luxembourg;LV Latvia;LY Libya;MA Morocco;MC Monaco;MD Moldova;" +
        "ME Montenegro;MG Madagascar;MH Marshall Islands;MK North Macedonia;ML Mali;MM Myanmar;MN Mongolia;MO Macau;" +
        "MP Northern Mariana Islands;MQ Martinique;MR Mauritania;MS Montserrat;MT Malta;MU Mauritius;MV Maldives;MW Malawi;MX Mexico;" +
        "MY Malaysia;MZ Mozambique;NA Namibia;NC New Caledonia;NE Niger;NF Norfolk Island;NG Nigeria;NI Nicaragua;NL Netherlands;NO Norway;" +
        "NP Nepal;NR Nauru;NU Niue;NZ New Zealand;OM Oman;PA Panama;PE Peru;PF French Polynesia;PG Papua New Guinea;PH Philippines;" +
        "PK Pakistan;PL Poland;PN Pitcairn Island;PR Puerto Rico;PS Palestine;PT Portugal;PW Palau;PY Paraguay;QA Qatar;RE Reunion;RO Romania;" +
        "RS Serbia;RU Russia;RW Rwanda;SA Saudi Arabia;SB Solomon Islands;SC Seychelles;SD Sudan;SE Sweden;SG Singapore;SH St. Helena;" +
        "SI Slovenia;SJ Svalbard and Jan Mayen Islands;SK Slovakia;SL Sierra Leone;SM San Marino;SN Senegal;SO Somalia;SR Suriname;SS South Sudan;ST São Tomé and Príncipe;" +
        "SV El Salvador;SY Syria;SZ Eswatini;TC Turks and Caicos Islands;TD Chad;TG Togo;TH Thailand;TJ Tajikistan;TL Timor-Leste;" +
        "TM Turkmenistan;TN Tunisia;TO Tonga;TR Turkey;TT Trinidad and Tobago;TV Tuvalu;TW Taiwan;TZ Tanzania;UA Ukraine;UG Uganda;" +
        "US United States;UY Uruguay;UZ Uzbekistan;VA Vatican;VC St. Vincent and the Grenadines;VE Venezuela;VG British Virgin Islands;VI Virgin Islands;VN Vietnam;VU Vanuatu;" +
        "WF Wallis and Futuna Islands;WS Samoa;XK Kosovo;YE Yemen;YT Mayotte;ZA South Africa;ZM Zambia;ZW Zimbabwe";

    private static readonly Lazy<Dictionary<string, string>> ByCode = new(() =>
        Table.Split(';').ToDictionary(row => row.Substring(0, 2), row => row.Substring(3), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<Dictionary<string, string>> ByName = new(() =>
        ByCode.Value.ToDictionary(row => row.Value, row => row.Key, StringComparer.OrdinalIgnoreCase));

    /// <summary>Names by code.</summary>
    public static IReadOnlyDictionary<string, string> All => ByCode.Value;

    /// <summary>The English name for a code or a name.</summary>
    /// <param name="country">A two-letter code or a name, in any case.</param>
    /// <returns>The name; the argument itself if it is not known.</returns>
    public static string ToName(string country) =>
        ByCode.Value.TryGetValue(country, out string? name) ? name
        : ByName.Value.TryGetValue(country, out string? code) ? ByCode.Value[code]
        : country;

    /// <summary>The two-letter code for a name or a code.</summary>
    /// <param name="country">A name or a two-letter code, in any case.</param>
    /// <returns>The code in capitals; <c>null</c> if it is not known.</returns>
    public static string? ToCode(string country) =>
        ByName.Value.TryGetValue(country, out string? code) ? code
        : ByCode.Value.ContainsKey(country) ? country.ToUpperInvariant()
        : null;
}
