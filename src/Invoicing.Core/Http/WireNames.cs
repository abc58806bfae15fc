using Newtonsoft.Json;

namespace Invoicing.Http;

/// <summary>
/// One string for each property name, however often it comes: 30,000 clients have the same twenty names. It stops growing, since names
/// are the provider's and could be anything.
/// </summary>
internal sealed class WireNames : JsonNameTable
{
    public static readonly WireNames Shared = new();

    private const int Size = 4096;

    private readonly string?[] _slots = new string?[Size];

    public override string? Get(char[] key, int start, int length)
    {
        if (length == 0)
        {
            return "";
        }

        uint hash = 2166136261;
        for (int i = start; i < start + length; i++)
        {
            hash = (hash ^ key[i]) * 16777619;
        }

        // A slot holds whichever name came last. Losing a race, or a collision, costs a string and nothing else.
        ref string? slot = ref _slots[hash % Size];
        string? known = slot;
        if (known is not null && Same(known, key, start, length))
        {
            return known;
        }

        string name = new(key, start, length);
        slot = name;
        return name;
    }

    private static bool Same(string known, char[] key, int start, int length)
    {
        if (known.Length != length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (known[i] != key[start + i])
            {
                return false;
            }
        }

        return true;
    }
}
