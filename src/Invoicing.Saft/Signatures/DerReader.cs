using System;
using System.Linq;
using System.Security.Cryptography;

namespace Invoicing.Saft.Signatures;

/// <summary>Reads an RSA key from DER, which .NET Standard 2.0 cannot: SubjectPublicKeyInfo, or the bare key in it.</summary>
internal sealed class DerReader
{
    private const byte Integer = 0x02;
    private const byte BitString = 0x03;
    private const byte Sequence = 0x30;

    /// <summary>The object identifier of RSA keys, 1.2.840.113549.1.1.1.</summary>
    private static readonly byte[] RsaEncryption = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01];

    private readonly byte[] _bytes;
    private int _position;

    private DerReader(byte[] bytes) => _bytes = bytes;

    /// <exception cref="FormatException">The bytes are no RSA key.</exception>
    public static RSAParameters ReadPublicKey(byte[] der)
    {
        var content = new DerReader(new DerReader(der).Read(Sequence));
        if (content.Next == Sequence)
        {
            if (!content.Read(Sequence).Take(RsaEncryption.Length).SequenceEqual(RsaEncryption))
            {
                throw new FormatException("The key is not of RSA.");
            }

            // The first byte of a bit string counts the unused bits of its last one.
            var key = content.Read(BitString).Skip(1).ToArray();
            content = new DerReader(new DerReader(key).Read(Sequence));
        }

        return new RSAParameters { Modulus = content.ReadInteger(), Exponent = content.ReadInteger() };
    }

    private byte Next => _position < _bytes.Length ? _bytes[_position] : throw new FormatException("The key is cut off.");

    private byte[] ReadInteger() => Read(Integer).SkipWhile(value => value == 0).ToArray();

    private byte[] Read(byte tag)
    {
        if (Next != tag)
        {
            throw new FormatException("The key has not the form of one.");
        }

        _position++;
        var length = ReadLength();
        if (length > _bytes.Length - _position)
        {
            throw new FormatException("The key is cut off.");
        }

        _position += length;
        return _bytes.Skip(_position - length).Take(length).ToArray();
    }

    private int ReadLength()
    {
        int first = Next;
        _position++;
        if (first < 0x80)
        {
            return first;
        }

        var length = 0;
        for (var i = first & 0x7F; i > 0; i--)
        {
            length = checked((length << 8) | Next);
            _position++;
            if (length > _bytes.Length)
            {
                throw new FormatException("The key is cut off.");
            }
        }

        return length;
    }
}
