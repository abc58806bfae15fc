using System;
using System.Globalization;

namespace Invoicing.Sandbox;

/// <summary>
/// A fault that the server injects: kind, rate, paths and maximum number of times.
/// Its text form is <c>Kind[:rate][@pathPart][#times]</c>, for example <c>LostAnswer:0.1</c>, <c>CutOff@/saft</c> or
/// <c>TooManyRequests:0.5#3</c>.
/// </summary>
public sealed class SandboxFault
{
    /// <summary>Creates a fault that hits every request.</summary>
    /// <param name="kind">The kind of fault.</param>
    public SandboxFault(SandboxFaultKind kind) => Kind = kind;

    /// <summary>The kind of fault.</summary>
    public SandboxFaultKind Kind { get; }

    /// <summary>
    /// Share of the matching requests that are hit, from 0 to 1. Which ones is decided by the seed and the request's ordinal.
    /// </summary>
    public double Rate { get; set; } = 1;

    /// <summary>Text that the path of a request must contain to be hit, in any case; null for all. File downloads count too.</summary>
    public string? PathPart { get; set; }

    /// <summary>Maximum number of hits; null for no limit.</summary>
    public int? Times { get; set; }

    /// <summary>Reads the text form.</summary>
    /// <param name="text">For example <c>LostAnswer:0.1</c>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="FormatException">The text is not of the form <c>Kind[:rate][@pathPart][#times]</c>.</exception>
    public static SandboxFault Parse(string text)
    {
        var rest = (text ?? throw new ArgumentNullException(nameof(text))).Trim();
        var times = CutTail(ref rest, rest.LastIndexOf('#'));
        var path = CutTail(ref rest, rest.IndexOf('@'));
        var rate = CutTail(ref rest, rest.IndexOf(':'));

        // Enum.TryParse would take any number for a kind.
        if (!Enum.TryParse(rest, ignoreCase: true, out SandboxFaultKind kind) || !char.IsLetter(rest[0]))
        {
            var kinds = string.Join(", ", Enum.GetNames(typeof(SandboxFaultKind)));
            throw new FormatException($"'{rest}' is not a kind of fault. Known kinds: {kinds}.");
        }

        return new SandboxFault(kind) { Rate = ParseRate(rate), PathPart = path, Times = ParseTimes(times) };
    }

    /// <summary>The text form, as <see cref="Parse"/> reads it.</summary>
    /// <returns>For example <c>TooManyRequests:0.5#3</c>.</returns>
    public override string ToString() =>
        Kind
        + (Rate < 1 ? ":" + Rate.ToString(CultureInfo.InvariantCulture) : "")
        + (PathPart is null ? "" : "@" + PathPart)
        + (Times is null ? "" : "#" + Times.Value.ToString(CultureInfo.InvariantCulture));

    private static string? CutTail(ref string text, int at)
    {
        if (at < 0)
        {
            return null;
        }

        var tail = text.Substring(at + 1);
        text = text.Substring(0, at);
        return tail;
    }

    private static double ParseRate(string? text)
    {
        if (text is null)
        {
            return 1;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate <= 1
            ? rate
            : throw new FormatException($"'{text}' is not a rate from 0 to 1.");
    }

    private static int? ParseTimes(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var times)
            ? times
            : throw new FormatException($"'{text}' is not a number of times.");
    }
}
