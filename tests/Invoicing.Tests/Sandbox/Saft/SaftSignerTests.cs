using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Invoicing.Sandbox.Saft;
using Xunit;

namespace Invoicing.Tests.SandboxSaft;

public sealed class SaftSignerTests
{
    // A worked example with another throwaway key, of which only the public half is known.
    private const string ExamplePublicKey =
        "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDHp6I360P9lYMMDIIxCNhNYl/0"
        + "C7HT0HcEpdjXRAWQCwbVdvHdmumkWNtumr6irPqeMNgYK3yeTHs6F9NNCC3ZE1tM"
        + "/Nj2LRpkrvngiKjlzpC1Bxh7W+t+o3w+wkP3RTCdP7wwHj3UsJmzIo/6ksiL/cPC"
        + "ORCysVgKTIl8Hpri3QIDAQAB";

    private const string ExampleHash =
        "mzmwmC1cPHLgA2ntyh4xIltgiWZuJNVAURF9E0BB7fzdyscj/eWhb3rUu8etggNojVaZThV4WEM4pe7UmkdA3Lh+qv04pvCxo8NuTa+sxftq3+EeZZG5mpjHdugs"
        + "KVP+P5ZdMwSjt4+JoDCjF9/7f6dB6PUqB1aIoXghhwo8pv8=";

    private static readonly DateTime Day = new(2026, 3, 2);
    private static readonly DateTime Entry = new(2026, 3, 2, 10, 15, 30);

    [Fact]
    public void TheMessageIsTheOneThatCertifiedProgramsSign()
    {
        using var key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(ExamplePublicKey), out _);

        Assert.Equal("2026-03-02;2026-03-02T10:15:30;FT DEMO26/1;123.00;", SaftSigner.Message(Day, Entry, "FT DEMO26/1", 123, null));
        Assert.True(Verify(key, ExampleHash, Day, Entry, "FT DEMO26/1", 123m, null));
        Assert.Equal("mLIV", SaftSigner.PrintedCharacters(ExampleHash));
    }

    [Fact]
    public void AChainOfThreeVerifiesWithThePublicKeyAndOnlyInItsOrder()
    {
        using var signer = new SaftSigner();
        using var key = RSA.Create();
        key.ImportFromPem(signer.PublicKeyPem);
        var documents = new List<(DateTime Entry, string Number, decimal Gross, string? Previous, string Hash)>();
        string? previous = null;
        for (var i = 1; i <= 3; i++)
        {
            var (entry, number, gross) = (Entry.AddHours(i), "FT DEMO26/" + i, 24.6m * i);
            var hash = signer.Sign(Day, entry, number, gross, previous);
            documents.Add((entry, number, gross, previous, hash));
            previous = hash;
        }

        foreach (var (entry, number, gross, before, hash) in documents)
        {
            Assert.Equal(172, hash.Length);
            Assert.True(Verify(key, hash, Day, entry, number, gross, before));
            Assert.False(Verify(key, hash, Day, entry, number, gross + 0.01m, before));
            Assert.False(Verify(key, hash, Day, entry, number, gross, ExampleHash));
        }
    }

    [Fact]
    public void TheSameDocumentAlwaysHasTheSameSignature()
    {
        using var one = new SaftSigner();
        using var two = new SaftSigner();

        Assert.Equal(one.Sign(Day, Entry, "FT A/1", 1.5m, null), two.Sign(Day, Entry, "FT A/1", 1.50m, string.Empty));
        Assert.Equal(one.PublicKeyPem, two.PublicKeyPem);
    }

    [Fact]
    public void WhatStandsInAFileIsEnoughToVerifyItsChain()
    {
        using var signer = new SaftSigner();
        using var key = RSA.Create();
        key.ImportFromPem(signer.PublicKeyPem);
        var invoices = new List<SaftInvoice>();
        foreach (var (number, amount) in new[] { ("FT A/1", 100m), ("FT A/2", 20.004m), ("FT A/3", 1000m) })
        {
            var lines = new[] { Sample.Line(1, amount) };
            var gross = SaftTotals.Of(lines).GrossTotal;
            var hash = signer.Sign(Sample.Day, Sample.Moment, number, gross, invoices.LastOrDefault()?.Hash);
            invoices.Add(Sample.Invoice(number, "N", hash, lines));
        }

        var previous = string.Empty;
        foreach (var invoice in Sample.Xml(Sample.File(invoices)).Descendants(Sample.Ns + "Invoice"))
        {
            var hash = invoice.Value("Hash")!;
            var message = string.Join(
                ';',
                invoice.Value("InvoiceDate"),
                invoice.Value("SystemEntryDate"),
                invoice.Value("InvoiceNo"),
                invoice.Value("DocumentTotals", "GrossTotal"),
                previous);
            Assert.True(Verify(key, hash, message));
            Assert.False(Verify(key, hash, message.Replace("FT", "FS")));
            previous = hash;
        }
    }

    private static bool Verify(RSA key, string hash, string message) =>
        key.VerifyData(Encoding.ASCII.GetBytes(message), Convert.FromBase64String(hash), HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

    private static bool Verify(RSA key, string hash, DateTime day, DateTime entry, string number, decimal gross, string? previous) =>
        Verify(key, hash, SaftSigner.Message(day, entry, number, gross, previous));
}
