using System.Runtime.CompilerServices;

namespace Invoicing.Http;

/// <summary>
/// One string for each property name, however often it comes: 30,000 clients have the same twenty names. It does not grow, since names
/// are the provider's and could be anything.
/// </summary>
internal static class JsonNames
{
    private const int Size = 4096;

    private static readonly Entry?[] Slots = new Entry?[Size];

    /// <summary>The name whose UTF-8 lies in a part of a buffer.</summary>
    [MethodImpl(HotPath.Compiled)]
    public static string Get(byte[] bytes, int from, int length)
    {
        if (length == 0)
        {
            return "";
        }

        // A slot holds whichever name came last. Losing a race, or a collision, costs a string and nothing else.
        uint hash = ((((((uint)length * 31) + bytes[from]) * 31) + bytes[from + (length / 2)]) * 31) + bytes[from + length - 1];
        ref Entry? slot = ref Slots[hash % Size];
        if (slot is not { } known || !known.Is(bytes, from, length))
        {
            slot = known = new Entry(bytes, from, length);
        }

        return known.Name;
    }

    private sealed class Entry
    {
        private readonly byte[] _bytes;

        public Entry(byte[] bytes, int from, int length)
        {
            _bytes = new byte[length];
            System.Buffer.BlockCopy(bytes, from, _bytes, 0, length);
            Name = WireJson.StrictUtf8.GetString(_bytes);
        }

        public string Name { get; }

        [MethodImpl(HotPath.Compiled)]
        public bool Is(byte[] bytes, int from, int length)
        {
            if (_bytes.Length != length)
            {
                return false;
            }

            for (int i = 0; i < _bytes.Length; i++)
            {
                if (_bytes[i] != bytes[from + i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
