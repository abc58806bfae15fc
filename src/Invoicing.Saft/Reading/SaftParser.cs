using System;
using System.IO;
using System.Text;
using System.Xml;
using Invoicing.Saft.Schema;

namespace Invoicing.Saft.Reading;

/// <summary>
/// Goes through a file once and hands out its records, each as soon as it is complete. The content models say what an element
/// is; a listener, if there is one, also hears what they forbid. Elements in a wrong place are still read.
/// </summary>
internal sealed class SaftParser : IDisposable
{
    private const int MaxDepth = 64;

    // A document of 100,000 lines has some 90 million characters; the lines of a document are held in memory.
    private const long RecordLimit = 128 << 20;
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string XmlNamespaces = "http://www.w3.org/2000/xmlns/";

    private readonly SaftSource _source;
    private readonly SaftSection _wanted;
    private readonly XmlReader _reader;
    private readonly IXmlLineInfo _lines;
    private readonly ParserFrame[] _frames = new ParserFrame[MaxDepth];
    private string _namespace = "";
    private int _depth = -1;
    private readonly int _lastWanted;
    private long _recordStart;
    private bool _isDone;

    public SaftParser(SaftSource source, SaftSection wanted)
    {
        _source = source;
        _wanted = wanted;
        _lastWanted = SectionOrder.Last(wanted);
        _reader = XmlReader.Create(source.Text, new XmlReaderSettings
        {
            NameTable = SaftSchema.Instance.NewNameTable(),
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 0,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = false,
        });
        _lines = (IXmlLineInfo)_reader;
    }

    public ISchemaListener? Listener { get; set; }

    /// <summary>The line where the parser is, counted from 1.</summary>
    public int Line => _lines.LineNumber;

    /// <summary>The record that the parser is in; null between records.</summary>
    public SaftRecord? Record { get; private set; }

    /// <summary>The table or part that the parser is in.</summary>
    public SaftTable Table { get; private set; }

    /// <summary>True when the root element was read and is of the version that this library knows.</summary>
    public bool HasVersion => _namespace.Length > 0;

    /// <summary>True when the root element was closed.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The elements around the parser, from the record inwards: Invoice/Line/Tax.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        for (var i = 0; i <= _depth; i++)
        {
            if (_frames[i].OpensRecord)
            {
                path.Clear();
            }

            path.Append(path.Length == 0 ? "" : "/").Append(_frames[i].Name);
        }

        return path.ToString();
    }

    /// <summary>The next record, or null at the end; a table's totals come out when the table closes.</summary>
    /// <exception cref="SaftFormatException">The file is not well-formed, ends too early or is of another version.</exception>
    public SaftRecord? Read()
    {
        try
        {
            return _isDone ? null : ReadRecord();
        }
        catch (XmlException error)
        {
            throw Translated(error);
        }
        catch (InvalidDataException error)
        {
            throw SaftSource.Damaged(error);
        }
    }

    public void Dispose() => _reader.Dispose();

    private bool Next()
    {
        _source.Text.NextNode();
        return _reader.Read();
    }

    private SaftRecord? ReadRecord()
    {
        while (!_isDone && Next())
        {
            SaftRecord? complete = null;
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    complete = _depth < 0 ? OpenRoot() : Open();
                    break;
                case XmlNodeType.EndElement:
                    complete = Close();
                    break;
                case XmlNodeType.Text when string.IsNullOrWhiteSpace(_reader.Value):
                    // The reader calls blanks a text where they are more than its buffer holds.
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    Listener?.StrayText(_reader.Value);
                    break;
            }

            if (complete is not null)
            {
                return complete;
            }
        }

        return null;
    }

    private SaftRecord? OpenRoot()
    {
        SaftVersion.Require(_reader.LocalName, _reader.NamespaceURI, Line);
        _namespace = _reader.NamespaceURI;
        CheckAttributes();
        Push(new ParserFrame(SaftSchemaTable.Root, SaftSchema.Instance.Root, this, null));
        return _reader.IsEmptyElement ? Close() : null;
    }

    private SaftRecord? Open()
    {
        ref var parent = ref _frames[_depth];
        var element = ReferenceEquals(_reader.NamespaceURI, _namespace) ? parent.Find(_reader.LocalName) : null;
        if (element is null)
        {
            Listener?.Unknown(_reader.Name);
            Skip();
            return null;
        }

        CheckAttributes();
        if (Listener is not null)
        {
            CheckPlace(ref parent, element);
        }

        if (element.Content is null)
        {
            ReadValue(ref parent, element);
            return null;
        }

        if (element.Child is { Section: not SaftSection.None } child && (child.Section & _wanted) == 0)
        {
            _isDone = SectionOrder.Last(child.Section) > _lastWanted;
            SkipUnlessDone();
            return null;
        }

        return OpenContent(element, parent.Target);
    }

    private SaftRecord? OpenContent(SchemaElement element, object outerTarget)
    {
        var outer = Record;
        var target = element.Child?.Open(outerTarget) ?? outerTarget;
        var frame = new ParserFrame(element.Name, element.Content!, target, outer);
        if (target is SaftRecord record && !ReferenceEquals(target, outerTarget))
        {
            record.SourceLine = Line;
            record.Path = _source.Path;
            _recordStart = _source.Text.Total;
            Record = record;
            frame.OpensRecord = true;
        }
        else if (target is SaftLine line && !ReferenceEquals(target, outerTarget))
        {
            line.SourceLine = Line;
        }

        if (Record is not null && _source.Text.Total - _recordStart > RecordLimit)
        {
            throw new SaftFormatException("F01", $"{Record.Key ?? element.Name} is longer than 128 million characters.", Line);
        }

        Push(frame);
        Table = _depth <= 2 ? SaftTables.Of(element.Name, Table) : Table;
        return _reader.IsEmptyElement ? Close() : null;
    }

    private void Push(ParserFrame frame)
    {
        _depth++;
        _frames[_depth] = frame;
    }

    private SaftRecord? Close()
    {
        ref var frame = ref _frames[_depth];
        if (Listener is not null)
        {
            ReportMissing(frame.Content, frame.Content.Required & ~frame.Seen);
        }

        _depth--;
        IsComplete = _depth < 0;
        Table = _depth <= 0 ? SaftTable.File : Table;
        if (!frame.OpensRecord)
        {
            return null;
        }

        Record = frame.Outer;
        return (SaftRecord)frame.Target;
    }

    private void ReportMissing(ContentModel content, ulong missing)
    {
        for (var place = 0; missing != 0; place++, missing >>= 1)
        {
            if ((missing & 1) != 0)
            {
                Listener!.Missing(content, place);
            }
        }
    }

    private void CheckPlace(ref ParserFrame frame, SchemaElement element)
    {
        var bit = 1UL << element.Place;
        if (element.Place < frame.Place)
        {
            Listener!.Misplaced(element);
        }
        else if ((frame.Seen & bit) != 0 && (frame.Content.Repeatable & bit) == 0)
        {
            Listener!.Repeated(element);
        }

        frame.Place = Math.Max(frame.Place, element.Place);
        frame.Seen |= bit;
    }

    private void ReadValue(ref ParserFrame frame, SchemaElement element)
    {
        var text = ReadText();
        Listener?.Value(element, text);
        if (element.Value?.TrySet(frame.Target, text) == false)
        {
            Record?.AddInvalid(new SaftInvalidValue(element.Name, text, Line));
        }
    }

    private string ReadText()
    {
        if (_reader.IsEmptyElement)
        {
            return "";
        }

        var text = "";
        StringBuilder? pieces = null;
        while (Next() && _reader.NodeType != XmlNodeType.EndElement)
        {
            if (_reader.NodeType == XmlNodeType.Element)
            {
                Listener?.Unknown(_reader.Name);
                Skip();
            }
            else if (text.Length == 0)
            {
                text = _reader.Value;
            }
            else
            {
                // More than one piece only where a comment or CDATA stands between.
                pieces = (pieces ?? new StringBuilder(text)).Append(_reader.Value);
                RequireLength(pieces.Length);
            }
        }

        return pieces?.ToString() ?? text;
    }

    private void RequireLength(int length)
    {
        if (length > EndAwareReader.NodeLimit)
        {
            throw new SaftFormatException("F01", $"A text is longer than 4 million characters, at line {Line}.", Line);
        }
    }

    private void CheckAttributes()
    {
        if (Listener is null || !_reader.HasAttributes)
        {
            return;
        }

        while (_reader.MoveToNextAttribute())
        {
            if (_reader.NamespaceURI is not (SchemaInstance or XmlNamespaces))
            {
                Listener.Attribute(_reader.Name);
            }
        }

        _reader.MoveToElement();
    }

    private void SkipUnlessDone()
    {
        if (!_isDone)
        {
            Skip();
        }
    }

    private void Skip()
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        var depth = _reader.Depth;
        while (Next() && _reader.Depth > depth)
        {
            if (_reader.Depth > MaxDepth)
            {
                throw new SaftFormatException("F01", $"Elements stand more than {MaxDepth} deep in each other at line {Line}.", Line);
            }
        }
    }

    private SaftFormatException Translated(XmlException error)
    {
        var path = Path();
        var inside = Record?.Key is { } key ? $", in {key} ({path})" : path.Length > 0 ? ", in " + path : "";
        var place = $"line {error.LineNumber}, character {error.LinePosition}{inside}";
        return _source.Text.IsAtEnd && !IsComplete
            ? new SaftFormatException(
                "F05", $"The file ends too early, at {place}.", error.LineNumber, "</AuditFile>", "the end of the file", error)
            : new SaftFormatException(
                "F01", $"The file is not well-formed XML at {place}.", error.LineNumber, inner: error);
    }
}
