using System.IO;
using Invoicing.Shared;

namespace Invoicing.Saft.Reading;

/// <summary>
/// A reader that remembers whether its end was reached (a fault after that is a file that ends too early), and that ends a text
/// without end: the XML reader holds one node in memory, and a few kilobytes of ZIP can hold gigabytes of blanks.
/// </summary>
internal sealed class EndAwareReader(TextReader inner) : EndNotingReader(inner)
{
    public const int NodeLimit = 4 << 20;

    private int _sinceNode;

    /// <summary>The number of characters read so far.</summary>
    public long Total { get; private set; }

    /// <summary>The XML reader goes on to its next node.</summary>
    public void NextNode() => _sinceNode = 0;

    /// <exception cref="SaftFormatException">The node is longer than the limit.</exception>
    public override int Read(char[] buffer, int index, int count)
    {
        var read = base.Read(buffer, index, count);
        Total += read;
        _sinceNode += read;
        return _sinceNode <= NodeLimit
            ? read
            : throw new SaftFormatException(
                "F01", "One text, comment or stretch of white space is longer than 4 million characters; no SAF-T (PT) file has that.");
    }
}
