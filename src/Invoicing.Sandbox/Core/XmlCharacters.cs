using System.Linq;
using System.Text;
using System.Xml;

namespace Invoicing.Sandbox.Core;

/// <summary>Text cleaning for XML.</summary>
internal static class XmlCharacters
{
    /// <summary>Removes characters that XML cannot hold.</summary>
    public static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text, i++, 2);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }
}
