using System.Collections;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine.Fields;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Commands;

/// <summary>Turns PowerShell's objects into JSON and back. PowerShell's own cmdlets would make amounts into binary fractions.</summary>
internal static class JsonText
{
    public static string From(PSObject value) => value.BaseObject is string text ? text : Token(value).ToString(Formatting.None);

    /// <exception cref="InvoicingException">The answer is no JSON.</exception>
    public static object? Parse(string text)
    {
        try
        {
            return Object(WireJson.ParseToken(text));
        }
        catch (JsonException fault)
        {
            throw new InvoicingException(ErrorKind.UnexpectedAnswer, "The answer is no JSON. Use -Raw to see it as text.", fault);
        }
    }

    /// <summary>An object with the names and values of fields that no model knows.</summary>
    public static PSObject FromFields(ExtraFields fields)
    {
        var result = new PSObject();
        foreach (System.Collections.Generic.KeyValuePair<string, object?> field in fields)
        {
            result.Properties.Add(new PSNoteProperty(field.Key, field.Value));
        }

        return result;
    }

    private static object? Object(JToken token)
    {
        switch (token)
        {
            case JObject source:
                var result = new PSObject();
                foreach (JProperty property in source.Properties())
                {
                    result.Properties.Add(new PSNoteProperty(property.Name, Object(property.Value)));
                }

                return result;
            case JArray source:
                return source.Select(Object).ToArray();
            default:
                return ((JValue)token).Value;
        }
    }

    private static JToken Token(object? value)
    {
        switch (InputValue.Unwrap(value))
        {
            case IDictionary source:
                var table = new JObject();
                foreach (DictionaryEntry entry in source)
                {
                    table[entry.Key.ToString()!] = Token(entry.Value);
                }

                return table;
            case PSObject source:
                return new JObject(source.Properties.Select(property => new JProperty(property.Name, Token(property.Value))));
            case IEnumerable source and not string:
                return new JArray(source.Cast<object?>().Select(Token));
            case var bare:
                return Plain.ToToken(bare);
        }
    }
}
