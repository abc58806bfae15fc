using System.Globalization;

namespace Invoicing.Sandbox.Core;

/// <summary>Pseudo-random numbers that depend on the input only, on every runtime (SplitMix64).</summary>
internal static class Mixer
{
    public static ulong Mix(long a, long b = 0, long c = 0)
    {
        unchecked
        {
            return Step(Step(Step((ulong)a) ^ (ulong)b) ^ (ulong)c);
        }
    }

    /// <summary>A number from 0 up to, but not including, 1.</summary>
    public static double Fraction(long a, long b = 0, long c = 0) => (Mix(a, b, c) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 up to, but not including, <paramref name="count"/>.</summary>
    public static int Pick(int count, long a, long b = 0, long c = 0) => (int)(Mix(a, b, c) % (ulong)count);

    /// <summary>So many lower-case hexadecimal digits, sixteen at most from one number.</summary>
    public static string Hex(int digits, long a, long b = 0, long c = 0)
    {
        var text = "";
        for (var round = 0; text.Length < digits; round++)
        {
            text += Mix(a, b, unchecked(c + (round * 7919L))).ToString("x16", CultureInfo.InvariantCulture);
        }

        return text.Substring(0, digits);
    }

    private static ulong Step(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
