using System;
using System.Collections.Generic;
using System.Text;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Fuzz;

/// <summary>A form of answers: how a good one is spoilt, and how anybody but us reads it.</summary>
internal abstract class Format
{
    public static readonly Format Json = new JsonFormat();
    public static readonly Format Xml = new XmlFormat();

    public abstract string Type { get; }

    /// <summary>Ways in which the text is spoilt, and how often each is taken.</summary>
    public abstract IReadOnlyList<(string Name, int Weight, Func<string, Random, string> Spoil)> Kinds { get; }

    /// <summary>Bodies that have nothing to do with the good one.</summary>
    public abstract IReadOnlyList<string> Bodies { get; }

    /// <summary>A small answer that unpacks to a large one.</summary>
    public abstract Answer Bomb { get; }

    /// <summary>What comes again and again without an end.</summary>
    public abstract string Endless { get; }

    /// <summary>Reads a whole body; <c>null</c> for what is not quite of this form.</summary>
    public abstract Node? Read(byte[] body);

    public Node Read(string good) => Read(Encoding.UTF8.GetBytes(good)) ?? throw new FormatException("The good answer is none.");

    protected static T Any<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];
}
