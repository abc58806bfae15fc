using System;
using System.Security.Cryptography;
using System.Text;
using System.Threading;

namespace Invoicing.Saft.Signatures;

/// <summary>The public key of a program's maker, for RSA with SHA-1 and PKCS#1 padding [official, seen].</summary>
internal sealed class SignatureKey : IDisposable
{
    // An RSA object serves one thread at a time.
    private readonly ThreadLocal<RSA> _rsa;

    private SignatureKey(RSAParameters parameters) => _rsa = new(() => Create(parameters), trackAllValues: true);

    /// <summary>Reads PEM text (PUBLIC KEY or RSA PUBLIC KEY) or its Base64 alone.</summary>
    /// <exception cref="ArgumentException">The text holds no public RSA key.</exception>
    public static SignatureKey Parse(string text)
    {
        if (text.IndexOf("PRIVATE KEY", StringComparison.Ordinal) >= 0)
        {
            throw new ArgumentException("This is a private key. Only the public key is needed; keep the private one to yourself.");
        }

        try
        {
            var key = new SignatureKey(DerReader.ReadPublicKey(Convert.FromBase64String(Body(text))));
            _ = key._rsa.Value;
            return key;
        }
        catch (Exception error) when (error is FormatException or CryptographicException or InvalidOperationException)
        {
            throw new ArgumentException("The text holds no public RSA key in PEM form.", error);
        }
    }

    /// <summary>True where a signature in Base64 fits the message.</summary>
    public bool Verify(string message, string signature)
    {
        try
        {
            return _rsa.Value!.VerifyData(
                Encoding.UTF8.GetBytes(message), Convert.FromBase64String(signature), HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        foreach (var rsa in _rsa.Values)
        {
            rsa.Dispose();
        }

        _rsa.Dispose();
    }

    private static RSA Create(RSAParameters parameters)
    {
        var rsa = RSA.Create();
        rsa.ImportParameters(parameters);
        return rsa;
    }

    private static string Body(string text)
    {
        var begin = text.IndexOf("-----BEGIN", StringComparison.Ordinal);
        if (begin < 0)
        {
            return text;
        }

        var start = text.IndexOf("-----", begin + 10, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf("-----END", start, StringComparison.Ordinal);
        return end < 0 ? throw new FormatException("The PEM text has no end.") : text.Substring(start + 5, end - start - 5);
    }
}
