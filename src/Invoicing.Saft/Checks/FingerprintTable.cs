using System;

namespace Invoicing.Saft.Checks;

/// <summary>
/// A set of fingerprints, each with 64 bits of facts if wanted. It is made of many small tables: they grow one at a time, and
/// what they leave behind is collected at once, which large arrays are not.
/// </summary>
internal sealed class FingerprintTable
{
    private const int Parts = 64;
    private const int PartShift = 58;

    private readonly Part[] _parts = new Part[Parts];

    public FingerprintTable(bool hasValues = false)
    {
        for (var i = 0; i < Parts; i++)
        {
            _parts[i] = new Part(hasValues);
        }
    }

    /// <summary>Adds a key; false where it was there, and its value then stays.</summary>
    public bool Add(ulong key, ulong value = 0) => PartOf(key).Add(Math.Max(1, key), value);

    public bool Contains(ulong key) => PartOf(key).TryGet(Math.Max(1, key), out _);

    public bool TryGet(ulong key, out ulong value) => PartOf(key).TryGet(Math.Max(1, key), out value);

    private Part PartOf(ulong key) => _parts[key >> PartShift];

    /// <summary>A table with open addressing; 0 marks an empty slot, so that the key 0 shares the place of 1.</summary>
    private sealed class Part(bool hasValues)
    {
        private const int FirstCapacity = 16;

        private ulong[] _keys = new ulong[FirstCapacity];
        private ulong[]? _values = hasValues ? new ulong[FirstCapacity] : null;
        private int _count;

        public bool Add(ulong key, ulong value)
        {
            if (_count >= _keys.Length / 4 * 3)
            {
                Grow();
            }

            var slot = SlotOf(key);
            if (_keys[slot] != 0)
            {
                return false;
            }

            Put(slot, key, value);
            _count++;
            return true;
        }

        public bool TryGet(ulong key, out ulong value)
        {
            var slot = SlotOf(key);
            value = _values?[slot] ?? 0;
            return _keys[slot] != 0;
        }

        private void Grow()
        {
            var (keys, values) = (_keys, _values);
            _keys = new ulong[keys.Length * 2];
            _values = values is null ? null : new ulong[keys.Length * 2];
            for (var i = 0; i < keys.Length; i++)
            {
                if (keys[i] != 0)
                {
                    Put(SlotOf(keys[i]), keys[i], values?[i] ?? 0);
                }
            }
        }

        private void Put(int slot, ulong key, ulong value)
        {
            _keys[slot] = key;
            _values?[slot] = value;
        }

        private int SlotOf(ulong key)
        {
            var mask = _keys.Length - 1;
            var slot = (int)(key ^ (key >> 32)) & mask;
            while (_keys[slot] != 0 && _keys[slot] != key)
            {
                slot = (slot + 1) & mask;
            }

            return slot;
        }
    }
}
