using System;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Invoicing.Sandbox.Saft;

// The key with which the sandbox signs its invented documents. It was made for this file, is public on purpose, protects nothing
// and signs nothing real: everyone can have the same chain of signatures, and a test can verify it. Do not report it as leaked.
// Two primes and the exponent are stored; the other parameters are computed from them.
internal static class SaftSignerKey
{
    private const int ModulusBytes = 128;
    private const int PublicExponent = 65537;

    private const string FirstPrime =
        "1308285188944979222364400642940705075146203809237559739726543309116932124984576152572461146874224550"
        + "5173270872706404762813132642252428519811693914495491793";

    private const string SecondPrime =
        "1056479789740320153168687403346835546679271980439926918567397303904226817671346439870229367579821283"
        + "6884418967187974188694259902102941658550840474490282849";

    private const string SigningExponent =
        "5332190607623560491243358447038717430787395841410740407778308872358020571798999539021102982902983147"
        + "8982152135820627255321117801618146828358633753752946853015743125734453739912264493712662262045088021"
        + "5776678814400749278948889807866372326799472807269807468300459478529872294046696751520829287718498989"
        + "32271617";

    public static RSAParameters Parameters()
    {
        var p = Number(FirstPrime);
        var q = Number(SecondPrime);
        var d = Number(SigningExponent);
        // .NET Framework refuses parameters that are not padded to their full length.
        return new RSAParameters
        {
            Modulus = Bytes(p * q, ModulusBytes),
            Exponent = Bytes(PublicExponent, 3),
            D = Bytes(d, ModulusBytes),
            P = Bytes(p, ModulusBytes / 2),
            Q = Bytes(q, ModulusBytes / 2),
            DP = Bytes(d % (p - 1), ModulusBytes / 2),
            DQ = Bytes(d % (q - 1), ModulusBytes / 2),
            InverseQ = Bytes(BigInteger.ModPow(q, p - 2, p), ModulusBytes / 2),
        };
    }

    private static BigInteger Number(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture);

    private static byte[] Bytes(BigInteger value, int length)
    {
        var bytes = value.ToByteArray();
        Array.Resize(ref bytes, length);
        Array.Reverse(bytes);
        return bytes;
    }
}
