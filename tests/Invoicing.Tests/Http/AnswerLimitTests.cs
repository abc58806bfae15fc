using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http.Limits;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Http;

/// <summary>Answers that are small on the wire and large in memory, at the limits that users have.</summary>
public sealed class AnswerLimitTests
{
    private const int Bytes = (int)AnswerLimits.MaxBytes + 1;
    private const int Tokens = AnswerLimits.MaxTokens;

    /// <summary>What they begin with, what comes again and again, how often, and what they end with.</summary>
    private static readonly Dictionary<string, (string Begin, Func<int, string> Piece, int Count, string End)> Bodies = new()
    {
        ["objects without end"] = ("{\"clients\":[", _ => "{},", Tokens / 2, "{}]}"),
        ["numbers without end"] = ("{\"clients\":[", _ => "0,", Tokens, "0]}"),
        ["lists in lists"] = ("{\"a\":[", _ => "[[[]]],", Tokens / 6, "[]],\"clients\":[]}"),
        ["names without end"] = ("{\"clients\":[{", i => $"\"a{i}\":0,", Tokens / 2, "\"id\":1}]}"),
        ["a long text"] = ("{\"clients\":[{\"name\":\"", _ => "xxxxxxxx", Bytes / 8, "\"}]}"),
        ["a long number"] = ("{\"clients\":[{\"name\":", _ => "11111111", 1 << 20, "}]}"),
        ["elements without end"] = ("<clients type=\"array\">", _ => "<a/>", Tokens, "</clients>"),
        ["attributes without end"] = ("<clients type=\"array\"><a ", i => $"a{i}=\"\" ", 1 << 20, "/></clients>"),
        ["a text in pieces"] = ("<clients type=\"array\"><client><name>", _ => "a<!---->", Bytes / 8, "</name></client></clients>"),
        ["a long element"] = ("<clients type=\"array\"><client><name>", _ => "xxxxxxxx", Bytes / 8, "</name></client></clients>"),
    };

    public static TheoryData<string> Names => [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AreRefused(string name)
    {
        Answer answer = Packed(Bodies[name]);
        bool isXml = Bodies[name].Begin[0] == '<';
        using var rig = new Rig(
            maxBytes: AnswerLimits.MaxBytes,
            account: new RigAccount("FACTURAgem", "12") { Settings = new Dictionary<string, string> { ["Format"] = isXml ? "Xml" : "Json" } });
        rig.Server.Then(answer);

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync());

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
        Assert.True(fault.Message.Length < 1000);
    }

    private static Answer Packed((string Begin, Func<int, string> Piece, int Count, string End) body)
    {
        var packed = new MemoryStream();
        using (var text = new StreamWriter(new GZipStream(packed, CompressionLevel.Fastest)))
        {
            text.Write(body.Begin);
            for (int i = 0; i < body.Count; i++)
            {
                text.Write(body.Piece(i));
            }

            text.Write(body.End);
        }

        return Answer.Bytes("text/plain", packed.ToArray()).With("Content-Encoding", "gzip");
    }
}
