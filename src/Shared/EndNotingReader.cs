using System.IO;

namespace Invoicing.Shared;

/// <summary>A text that remembers whether its end was met: an XML reader tells a cut file in the language of the machine alone.</summary>
internal class EndNotingReader : TextReader
{
    private readonly TextReader _text;

    public EndNotingReader(TextReader text) => _text = text;

    public bool IsAtEnd { get; private set; }

    public override int Read()
    {
        int letter = _text.Read();
        IsAtEnd |= letter < 0;
        return letter;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        int read = _text.Read(buffer, index, count);
        IsAtEnd |= read == 0 && count > 0;
        return read;
    }

    public override int Peek() => _text.Peek();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _text.Dispose();
        }

        base.Dispose(disposing);
    }
}
