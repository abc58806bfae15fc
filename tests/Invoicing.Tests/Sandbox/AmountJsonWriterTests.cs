using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Invoicing.Sandbox.Http;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class AmountJsonWriterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("Olá, Évora – €")]
    [InlineData("日本 😀")]
    [InlineData("\"quoted\" \\ back/slash")]
    [InlineData("\0\u0001\t\r\n\u001f\u007f\u2028")]
    public void TextIsReadBackAsItWas(string text)
    {
        var json = Write(w => w.WriteValue(text));
        Assert.Equal(text, (string)JToken.Parse(json)!);
        Assert.DoesNotContain(json, c => c < ' ');
    }

    [Fact]
    public void HalfACharacterDoesNoHarm() => Assert.Equal("a\ufffdb", (string)JToken.Parse(Write(w => w.WriteValue("a\ud83db")))!);

    [Theory]
    [InlineData("0", "0.0")]
    [InlineData("40.00", "40.0")]
    [InlineData("8.28", "8.28")]
    [InlineData("-8.2800", "-8.28")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001", "0.00001")]
    [InlineData("2.024400000", "2.0244")]
    [InlineData("1.05", "1.05")]
    [InlineData("899999999999.9999", "899999999999.9999")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335.0")]
    public void MoneyKeepsItsDigitsAndNoMore(string value, string written) =>
        Assert.Equal(written, Write(w => w.WriteValue(decimal.Parse(value, CultureInfo.InvariantCulture))));

    [Fact]
    public void ABufferThatGrewIsUsedAgain()
    {
        var buffer = new ByteBuffer();
        buffer.Truncate(16);
        var big = Enumerable.Repeat((byte)7, 3 << 20).ToArray();
        buffer.Write(big, 0, big.Length);
        Assert.Equal(big.Length + 16, buffer.Count);
        buffer.Truncate(16);
        Assert.Equal(16, buffer.Count);
        Assert.True(buffer.Bytes.Length < big.Length);
        buffer.Write(big, 0, 5);
        Assert.Equal(new byte[] { 7, 7, 7, 7, 7 }, buffer.Bytes.AsSpan(16, 5).ToArray());
    }

    private static string Write(Action<AmountJsonWriter> write)
    {
        var buffer = new ByteBuffer();
        using (var json = new AmountJsonWriter(buffer))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.Bytes, 0, buffer.Count);
    }
}
