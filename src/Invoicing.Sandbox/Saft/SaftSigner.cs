using System;
using System.Security.Cryptography;
using System.Text;

namespace Invoicing.Sandbox.Saft;

/// <summary>
/// Signs documents as a certified program does: RSA 1024, SHA-1, PKCS#1 v1.5 over date, entry time, number, gross total and the
/// signature of the document before it in the same series [official, seen].
/// </summary>
internal sealed class SaftSigner : IDisposable
{
    // DER prefix before modulus and exponent of every 1024-bit RSA public key.
    private const string PublicKeyPrefix = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQA=";

    private readonly RSA _rsa = RSA.Create();
    private readonly object _gate = new();

    public SaftSigner()
    {
        var key = SaftSignerKey.Parameters();
        _rsa.ImportParameters(key);
        PublicKeyPem = Pem(key);
    }

    /// <summary>The key that verifies what <see cref="Sign"/> returns.</summary>
    public string PublicKeyPem { get; }

    /// <summary>The four characters of a signature that are printed on the document: the 1st, 11th, 21st and 31st [official].</summary>
    public static string PrintedCharacters(string hash) => string.Concat(hash[0], hash[10], hash[20], hash[30]);

    /// <summary>
    /// The signature in Base64, 172 characters. <paramref name="number"/> is the full document number, <paramref name="grossTotal"/> is
    /// in euro, <paramref name="previousHash"/> is empty for the first document of a series.
    /// </summary>
    public string Sign(DateTime date, DateTime systemEntry, string number, decimal grossTotal, string? previousHash)
    {
        var message = Encoding.UTF8.GetBytes(Message(date, systemEntry, number, grossTotal, previousHash));
        // RSACryptoServiceProvider of .NET Framework is not thread-safe.
        lock (_gate)
        {
            return Convert.ToBase64String(_rsa.SignData(message, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1));
        }
    }

    public void Dispose() => _rsa.Dispose();

    internal static string Message(DateTime date, DateTime systemEntry, string number, decimal grossTotal, string? previousHash) =>
        string.Join(";", SaftText.Date(date), SaftText.Time(systemEntry), number, SaftText.Money(grossTotal), previousHash);

    private static string Pem(RSAParameters key)
    {
        var der = new byte[162];
        Convert.FromBase64String(PublicKeyPrefix).CopyTo(der, 0);
        key.Modulus!.CopyTo(der, 29);
        der[157] = 2;
        der[158] = (byte)key.Exponent!.Length;
        key.Exponent.CopyTo(der, 159);
        var body = Convert.ToBase64String(der);
        var pem = new StringBuilder("-----BEGIN PUBLIC KEY-----\n");
        for (var start = 0; start < body.Length; start += 64)
        {
            pem.Append(body, start, Math.Min(64, body.Length - start)).Append('\n');
        }

        return pem.Append("-----END PUBLIC KEY-----\n").ToString();
    }
}
