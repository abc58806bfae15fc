using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The English names of countries that the provider takes, in its own spelling. [official]</summary>
internal static class Countries
{
    public const string Portugal = "Portugal";

    private const string Names =
        "Portugal;Ireland;UK;Canada;United States;Afghanistan;Albania;Algeria;American Samoa;Andorra;Angola;Anguilla;" +
        "Antigua and Barbuda;Argentina;Armenia;Aruba;Australia;Austria;Azerbaijan;Bahamas;Bahrain;Bangladesh;Barbados;" +
        "Belarus;Belgium;Belize;Benin;Bermuda;Bhutan;Bolivia;Bosnia-Herzegovina;Botswana;Brazil;" +
        "British Indian Ocean Territory;Brunei;Bulgaria;Burkina Faso;Burma;Burundi;Cambodia;Cameroon;" +
        "Canton and Enderbury Islands;Cape Verde;Cayman Islands;Central African Republic;Chad;Chile;China;" +
        "Christmas Island;Cocos (Keeling) Islands;Colombia;Comoros;Congo;Congo, Democratic Republic;Cook Islands;" +
        "Costa Rica;Côte d’Ivoire;Croatia;Cuba;Curaçao;Cyprus;Czech Republic;Denmark;Djibouti;Dominica;" +
        "Dominican Republic;Dronning Maud Land;East Timor;Ecuador;Egypt;El Salvador;Equatorial Guinea;Eritrea;Estonia;" +
        "Ethiopia;Faeroe Islands (Føroyar);Falkland Islands;Fiji;Finland;France;French Guiana;French Polynesia;Gabon;" +
        "Gambia;Georgia;Germany;Ghana;Gibraltar;Great Britain;Greece;Greenland;Grenada;Guadeloupe;Guam;Guatemala;" +
        "Guernsey;Guinea-Bissau;Guinea;Guyana;Haiti;Heard and McDonald Islands;Honduras;Hong Kong;Hungary;Iceland;India;" +
        "Indonesia;International Monetary Fund;Iran;Iraq;Isle of Man;Israel;Italy;Ivory Coast;Jamaica;Japan;Jersey;" +
        "Johnston Island;Jordan;Kampuchea;Kazakhstan;Kenya;Kiribati;Korea, North;Korea, South;Kuwait;Kyrgyzstan;Laos;" +
        "Latvia;Lebanon;Lesotho;Liberia;Libya;Liechtenstein;Lithuania;Luxembourg;Macau;Macedonia (Former Yug. Rep.);" +
        "Madagascar;Malawi;Malaysia;Maldives;Mali;Malta;Marshall Islands;Martinique;Mauritania;Mauritius;Mayotte;" +
        "Micronesia;Midway Islands;Mexico;Moldova;Monaco;Mongolia;Montenegro;Montserrat;Morocco;Mozambique;Myanmar;Nauru;" +
        "Namibia;Nepal;Netherlands Antilles;Netherlands;New Caledonia;New Zealand;Nicaragua;Niger;Nigeria;Niue;" +
        "Norfolk Island;Northern Mariana Islands;Norway;Oman;Pakistan;Palau;Palestine;Panama;Papua New Guinea;Paraguay;" +
        "Peru;Philippines;Pitcairn Island;Poland;Puerto Rico;Qatar;Reunion;Romania;Russia;Rwanda;Samoa (Western);" +
        "Samoa (America);San Marino;São Tomé and Príncipe;Saudi Arabia;Sénégal;Serbia;Seychelles;Sierra Leone;Singapore;" +
        "Slovakia;Slovenia;Solomon Islands;Somalia;South Africa;Spain;Sri Lanka;St. Helena;St. Kitts and Nevis;St. Lucia;" +
        "St. Vincent and the Grenadines;Sudan;Suriname;Svalbard and Jan Mayen Islands;Swaziland;Sweden;Switzerland;Syria;" +
        "Tahiti;Taiwan;Tajikistan;Tanzania;Thailand;Timor-Leste;Togo;Trinidad and Tobago;Tunisia;Turkey;Turkmenistan;" +
        "Turks and Caicos Islands;Tuvalu;Uganda;Ukraine;United Arab Emirates;Upper Volta;Uruguay;Uzbekistan;Vanuatu;" +
        "Vatican;Venezuela;Vietnam;Virgin Islands;Wake Island;Wallis and Futuna Islands;Western Sahara;Western Samoa;" +
        "Yemen;Zaïre;Zambia;Zimbabwe";

    private static readonly HashSet<string> Known = new(Names.Split(';'), StringComparer.Ordinal);

    /// <summary>The codes of the countries that trade most; a SAF-T file may say of the others that they are unknown.</summary>
    private static readonly Dictionary<string, string> Codes = (
        "Portugal=PT;Spain=ES;France=FR;Germany=DE;Italy=IT;Netherlands=NL;Belgium=BE;Luxembourg=LU;Ireland=IE;UK=GB;Great Britain=GB;" +
        "Austria=AT;Switzerland=CH;Denmark=DK;Sweden=SE;Norway=NO;Finland=FI;Iceland=IS;Estonia=EE;Latvia=LV;Lithuania=LT;Poland=PL;" +
        "Czech Republic=CZ;Slovakia=SK;Hungary=HU;Romania=RO;Bulgaria=BG;Greece=GR;Slovenia=SI;Croatia=HR;Cyprus=CY;Malta=MT;" +
        "United States=US;Canada=CA;Brazil=BR;Angola=AO;Mozambique=MZ;Cape Verde=CV;Guinea-Bissau=GW;Macau=MO;Timor-Leste=TL;" +
        "China=CN;Japan=JP;India=IN;Australia=AU;Morocco=MA;Ukraine=UA;Turkey=TR")
        .Split(';').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The name of a code, or null.</summary>
    public static string? NameOf(string? isoCode) => Codes.Where(pair => pair.Value == isoCode).Select(pair => pair.Key).FirstOrDefault();

    public static bool IsKnown(string name) => Known.Contains(name);

    /// <summary>Two letters, or null for a country whose code is not needed here.</summary>
    public static string? IsoCode(string? name) => name != null && Codes.TryGetValue(name, out var code) ? code : null;
}
