using System;
using Invoicing.Shared;

namespace Invoicing.Saft;

/// <summary>The Portuguese tax number as the checks need it: nine digits, the last of them a check digit.</summary>
internal static class TaxNumber
{
    /// <summary>The number that stands for a consumer who gave none.</summary>
    public const string FinalConsumer = NifDigits.FinalConsumer;

    /// <summary>The first digits of numbers, by kind of taxpayer [seen].</summary>
    private static readonly string[] Prefixes =
        ["1", "2", "3", "45", "5", "6", "70", "71", "72", "74", "75", "77", "78", "79", "8", "90", "91", "98", "99"];

    /// <summary>Tells whether a text is a tax number with the right check digit.</summary>
    public static bool IsValid(string? text) => NifDigits.AreValid(text);

    /// <summary>The check digit of the first eight digits.</summary>
    public static int CheckDigit(string number) => NifDigits.CheckDigit(number);

    /// <summary>Tells if a number begins like those of a known kind of taxpayer; others are only worth knowing.</summary>
    public static bool HasKnownPrefix(string number) => Array.Exists(Prefixes, prefix => number.StartsWith(prefix, StringComparison.Ordinal));
}
