using System.Linq;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>Answers that are written in JSON, as Rails would give them in XML.</summary>
internal static class RailsXml
{
    public static string Of(JToken token)
    {
        (string name, JToken value) = token is JObject { Count: 1 } wrapped && wrapped.Properties().Single() is var only && only.Value is JContainer
            ? (only.Name, only.Value)
            : token is JArray ? ("rows", token) : ("hash", token);
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{Element(name, value)}";
    }

    private static XElement Element(string name, JToken token)
    {
        var element = new XElement(name.Replace('_', '-'));
        switch (token)
        {
            case JObject source:
                element.Add(source.Properties().Select(property => Element(property.Name, property.Value)));
                break;
            case JArray list:
                element.Add(new XAttribute("type", "array"), list.Select(item => Element("item", item)));
                break;
            case JValue { Value: null }:
                element.Add(new XAttribute("nil", "true"));
                break;
            default:
                if (token.Type is JTokenType.Integer or JTokenType.Boolean)
                {
                    element.Add(new XAttribute("type", token.Type.ToString().ToLowerInvariant()));
                }

                element.Add(token.Type == JTokenType.Boolean ? token.ToString().ToLowerInvariant() : token.ToString());
                break;
        }

        return element;
    }
}
