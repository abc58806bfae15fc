using Invoicing.Saft.Schema;

namespace Invoicing.Saft.Reading;

/// <summary>An element that is open in the parser.</summary>
internal struct ParserFrame(string name, ContentModel content, object target, SaftRecord? outer)
{
    private int _position;

    public string Name { get; } = name;

    public ContentModel Content { get; } = content;

    public object Target { get; } = target;

    public SaftRecord? Outer { get; } = outer;

    public bool OpensRecord { get; set; }

    /// <summary>The farthest place filled so far.</summary>
    public int Place { get; set; }

    /// <summary>The places filled so far, one bit each.</summary>
    public ulong Seen { get; set; }

    public SchemaElement? Find(string name) => Content.Find(name, ref _position);
}
