using System;

namespace Invoicing.Shared;

/// <summary>Search for bytes beyond ASCII.</summary>
internal static class Ascii
{
    private const ulong HighBits = 0x8080808080808080;

    /// <summary>The index of the first byte from 80 on, looked for eight bytes at a time; the end where there is none.</summary>
    public static int SkipFrom(byte[] bytes, int start, int end)
    {
        var i = start;
        while (i + 8 <= end && (BitConverter.ToUInt64(bytes, i) & HighBits) == 0)
        {
            i += 8;
        }

        while (i < end && bytes[i] < 0x80)
        {
            i++;
        }

        return i;
    }
}
