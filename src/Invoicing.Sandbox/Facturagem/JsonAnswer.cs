using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Writes a body as JSON.</summary>
internal sealed class JsonAnswer
{
    private readonly bool _decimalsAreText;

    public JsonAnswer(DecimalShape decimals) => _decimalsAreText = decimals == DecimalShape.Text;

    public void Write(JsonWriter json, Content content)
    {
        if (content.IsWrapped)
        {
            json.WriteStartObject();
            json.WritePropertyName(content.Root);
            Write(json, content.Value);
            json.WriteEndObject();
        }
        else
        {
            Write(json, content.Value);
        }
    }

    private void Write(JsonWriter json, JToken token)
    {
        switch (token)
        {
            case JObject branch:
                json.WriteStartObject();
                foreach (var property in branch.Properties())
                {
                    json.WritePropertyName(property.Name);
                    Write(json, property.Value);
                }

                json.WriteEndObject();
                break;
            case JArray rows:
                json.WriteStartArray();
                foreach (var row in rows)
                {
                    Write(json, row);
                }

                json.WriteEndArray();
                break;
            default:
                WriteScalar(json, ((JValue)token).Value);
                break;
        }
    }

    private void WriteScalar(JsonWriter json, object? value)
    {
        switch (value)
        {
            case decimal number when !_decimalsAreText:
                json.WriteValue(number);
                break;
            case long number:
                json.WriteValue(number);
                break;
            case bool flag:
                json.WriteValue(flag);
                break;
            default:
                json.WriteValue(WireText.Of(value));
                break;
        }
    }
}
