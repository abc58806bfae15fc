using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The codes of currencies that the provider takes. [official]</summary>
internal static class Currencies
{
    public const string Euro = "EUR";

    private const string Codes =
        "EUR GBP CAD USD AFN ALL DZD AOA ARS AMD AWG AUD AZN BSD BHD BDT BBD BYR BZD BMD BTN BOB BAM BWP BRL BND BGN BIF KHR " +
        "CVE KYD XAF XPF CLP CNY COP KMF CDF CRC HRK CUC CUP CZK DKK DJF DOP XCD EGP ERN EEK ETB FKP FJD GMD GEL GHS GIP GTQ " +
        "GNF GYD HTG HNL HKD HUF ISK INR IDR IRR IQD ILS JMD JPY JOD KZT KES KWD KGS LAK LVL LBP LSL LRD LYD LTL MOP MKD MGA " +
        "MWK MYR MVR MRO MUR MXN MDL MNT MAD MZN MMK NAD NPR ANG TWD NZD NIO NGN KPW NOK OMR PKR PGK PYG PEN PHP PLN QAR RON " +
        "RUB RWF SHP WST STN SAR RSD SCR SLL SGD SBD SOS ZAR KRW LKR SDG SRD SZL SEK CHF SYP TJS TZS THB TOP TTD TND TRY TMT " +
        "UGX UAH AED UYU UZS VUV VES VND XOF YER ZMW ZWL";

    private static readonly HashSet<string> Known = new(Codes.Split(' '), StringComparer.Ordinal);

    public static bool IsKnown(string code) => Known.Contains(code);
}
