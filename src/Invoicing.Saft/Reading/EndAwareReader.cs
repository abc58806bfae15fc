using System.IO;

namespace Invoicing.Saft.Reading;

/// <summary>A reader that remembers whether its end was reached: a fault after that is a file that ends too early.</summary>
internal sealed class EndAwareReader(TextReader inner) : TextReader
{
    public bool IsAtEnd { get; private set; }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        IsAtEnd |= read == 0 && count > 0;
        return read;
    }

    public override int Peek() => inner.Peek();

    public override int Read()
    {
        var read = inner.Read();
        IsAtEnd |= read < 0;
        return read;
    }
}
