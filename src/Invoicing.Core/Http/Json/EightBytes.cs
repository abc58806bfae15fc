using System.Runtime.CompilerServices;

namespace Invoicing.Http.Json;

/// <summary>
/// Looks at eight bytes of an answer at once. netstandard2.0 has neither vectors nor spans, and its BitConverter is a call for each eight bytes:
/// the pointers stay in this class and in the two methods that use it, which check the bounds.
/// </summary>
internal static class EightBytes
{
    public const int Size = sizeof(ulong);

    private const ulong Ones = 0x0101010101010101;
    private const ulong Quotes = '"' * Ones;
    private const ulong Backslashes = '\\' * Ones;

    /// <summary>The bits that no ASCII letter has.</summary>
    private const ulong High = 0x80 * Ones;

    /// <summary>The number of bytes before a quote or a backslash.</summary>
    /// <param name="from">The first byte.</param>
    /// <param name="count">The number of bytes that there are.</param>
    /// <param name="seen">All bits of the bytes before.</param>
    /// <returns>The number; <paramref name="count"/> if there is neither.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe int PlainLength(byte* from, int count, ref ulong seen)
    {
        int i = 0;
        ulong all = 0;
        for (; i + Size <= count; i += Size)
        {
            ulong eight = *(ulong*)(from + i);
            ulong quotes = eight ^ Quotes;
            ulong backslashes = eight ^ Backslashes;

            // The known trick that finds a zero byte: only one borrows from its high bit.
            if (((((quotes - Ones) & ~quotes) | ((backslashes - Ones) & ~backslashes)) & High) != 0)
            {
                break;
            }

            all |= eight;
        }

        for (; i < count && from[i] is not ((byte)'"' or (byte)'\\'); i++)
        {
            all |= from[i];
        }

        seen |= all;
        return i;
    }

    /// <summary>True if all bytes whose bits were seen are ASCII.</summary>
    public static bool IsAscii(ulong seen) => (seen & High) == 0;

    /// <summary>Compares as many bytes as the first part has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe bool Equal(byte[] bytes, byte* others)
    {
        fixed (byte* own = bytes)
        {
            int i = 0;
            for (; i + Size <= bytes.Length; i += Size)
            {
                if (*(ulong*)(own + i) != *(ulong*)(others + i))
                {
                    return false;
                }
            }

            for (; i < bytes.Length; i++)
            {
                if (own[i] != others[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
