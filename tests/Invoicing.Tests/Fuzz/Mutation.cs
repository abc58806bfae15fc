using System;
using System.Linq;
using System.Text;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Fuzz;

/// <summary>Spoils a good answer on its way or in its form. The same random numbers spoil it in the same way.</summary>
internal sealed class Mutation
{
    /// <summary>What can befall an answer of any form.</summary>
    private static readonly (string Name, int Weight, Func<Format, string, Random, Answer> Make)[] Transport =
    [
        ("cut off", 8, (format, good, random) => Cut(format, good, random, Delivery.CutOff)),
        ("cut off without a length", 8, (format, good, random) => Cut(format, good, random, Delivery.UntilClose)),
        ("other bytes", 16, (format, good, random) => Answer.Bytes(format.Type, Flipped(good, random))),
        ("another encoding", 4, (format, good, random) => Answer.Bytes(format.Type, Encodings(random).GetBytes(good))),
        ("another body", 4, (format, _, random) => Answer.Text(format.Type, Body(format, random))),
        ("a page for people", 2, (_, _, _) => Answer.Text("text/html", "<html><body><h1>502 Bad Gateway</h1><br></body></html>")),
        ("another status", 4, (format, good, random) =>
            Answer.Text(format.Type, random.Next(2) == 0 ? good : Body(format, random), 100 * random.Next(2, 6) + random.Next(0, 32))),
        ("too short a length", 4, (format, good, random) => Length(format, good, random.Next(Bytes(good).Length))),
        ("too long a length", 2, (format, good, random) => Length(format, good, Bytes(good).Length + random.Next(1, 1 << 20))),
        ("no gzip", 2, (format, good, _) => Answer.Text(format.Type, good).With("Content-Encoding", "gzip")),
        ("cut gzip", 4, CutGzip),
        ("a gzip bomb", 1, (format, _, _) => format.Bomb),
        ("no end", 1, (format, _, random) => new Answer
        {
            Delivery = Delivery.Endless,
            Body = Bytes(string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? " " : format.Endless, 65536))),
        }),
    ];

    private Mutation(string name, Answer answer)
    {
        Name = name;
        Answer = answer;
    }

    public string Name { get; }

    public Answer Answer { get; }

    /// <summary>The body, where it is one that comes whole.</summary>
    public byte[]? Whole => Answer is { Delivery: Delivery.Whole, Announced: null } && !Answer.Headers.ContainsKey("Content-Encoding") ? Answer.Body : null;

    public static Mutation Of(Format format, string good, Random random)
    {
        int place = random.Next(Transport.Sum(kind => kind.Weight) + format.Kinds.Sum(kind => kind.Weight));
        foreach ((string name, int weight, Func<Format, string, Random, Answer> make) in Transport)
        {
            if ((place -= weight) < 0)
            {
                return new Mutation(name, make(format, good, random));
            }
        }

        (string kind, _, Func<string, Random, string> spoil) = format.Kinds.First(one => (place -= one.Weight) < 0);
        return new Mutation(kind, Answer.Text(format.Type, spoil(good, random)));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Body(Format format, Random random) => format.Bodies[random.Next(format.Bodies.Count)];

    private static Answer Cut(Format format, string good, Random random, Delivery delivery) =>
        Answer.Broken(good, random.Next(Bytes(good).Length), delivery).With("Content-Type", format.Type);

    private static byte[] Flipped(string good, Random random)
    {
        byte[] bytes = Bytes(good);
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)(random.Next(2) == 0 ? random.Next(256) : random.Next(' ', '~'));
        }

        return bytes;
    }

    private static Encoding Encodings(Random random)
    {
        Encoding[] encodings = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1];
        return encodings[random.Next(encodings.Length)];
    }

    private static Answer Length(Format format, string good, long length) => new()
    {
        Body = Bytes(good),
        Announced = length,
        Headers = { ["Content-Type"] = format.Type },
    };

    private static Answer CutGzip(Format format, string good, Random random)
    {
        var whole = Answer.Gzip(format.Type, Bytes(good));
        return Answer.Bytes(format.Type, [.. whole.Body.Take(random.Next(whole.Body.Length))]).With("Content-Encoding", "gzip");
    }
}
