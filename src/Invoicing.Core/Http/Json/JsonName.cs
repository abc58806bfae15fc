using System;
using System.Runtime.CompilerServices;
using Invoicing.Shared;

namespace Invoicing.Http.Json;

/// <summary>
/// A cached property name, since 30,000 clients have the same twenty names. The cache does not grow without
/// end, since names are the provider's and could be anything.
/// </summary>
internal sealed class JsonName
{
    private const int Size = 4096;

    private static readonly JsonName?[] Slots = new JsonName?[Size];

    private readonly byte[] _bytes;

    private JsonName(byte[] bytes, int from, int length)
    {
        _bytes = new byte[length];
        Buffer.BlockCopy(bytes, from, _bytes, 0, length);
        Text = WireJson.StrictUtf8.GetString(_bytes);
    }

    public string Text { get; }

    /// <summary>Length in UTF-8.</summary>
    public int Length => _bytes.Length;

    /// <summary>The name in UTF-8.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>Finds the name whose UTF-8 is in a part of a buffer.</summary>
    [MethodImpl(HotPath.Compiled)]
    public static JsonName Get(byte[] bytes, int from, int length)
    {
        uint hash = 2166136261;
        for (int i = from; i < from + length; i++)
        {
            hash = (hash ^ bytes[i]) * 16777619;
        }

        // A slot holds the name that came last. A lost race or a collision costs one object.
        ref JsonName? slot = ref Slots[hash % Size];
        return slot is { } known && known.Length == length && known.IsAt(bytes, from)
            ? known
            : slot = new JsonName(bytes, from, length);
    }

    /// <summary>Compares the quoted rest of a name, up to the end of the buffer.</summary>
    [MethodImpl(HotPath.Compiled)]
    public bool IsQuotedAt(byte[] bytes, int from, int end) =>
        from + _bytes.Length < end && bytes[from + _bytes.Length] == '"' && IsAt(bytes, from);

    private unsafe bool IsAt(byte[] bytes, int from)
    {
        fixed (byte* buffer = bytes)
        {
            return EightBytes.Equal(_bytes, buffer + from);
        }
    }
}
