using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>A body before it is JSON or XML: XML always shows the root's name, JSON only if it is wrapped.</summary>
internal sealed class Content
{
    public Content(string root, JToken value, bool isWrapped)
    {
        Root = root;
        Value = value;
        IsWrapped = isWrapped;
    }

    public string Root { get; }

    public JToken Value { get; }

    public bool IsWrapped { get; }
}
