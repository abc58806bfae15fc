using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;
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
            return Object(PlainJson.Parse(text));
        }
        catch (FormatException fault)
        {
            throw new InvoicingException(ErrorKind.UnexpectedAnswer, "The answer is no JSON. Use -Raw to see it as text.", fault);
        }
    }

    /// <summary>An object with the names and values of fields that no model knows.</summary>
    public static PSObject FromFields(ExtraFields fields)
    {
        var result = new PSObject();
        foreach (KeyValuePair<string, object?> field in fields)
        {
            result.Properties.Add(new PSNoteProperty(field.Key, field.Value));
        }

        return result;
    }

    private static object? Object(object? value)
    {
        switch (value)
        {
            case Dictionary<string, object?> source:
                var result = new PSObject();
                foreach (KeyValuePair<string, object?> property in source)
                {
                    result.Properties.Add(new PSNoteProperty(property.Key, Object(property.Value)));
                }

                return result;
            case List<object?> source:
                return source.Select(Object).ToArray();
            default:
                return value;
        }
    }

    private static JToken Token(object? value)
    {
        switch (InputValue.Unwrap(value))
        {
            case JToken token:
                return token;
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
            case null:
                return JValue.CreateNull();
            case var bare:
                return JToken.FromObject(bare);
        }
    }
}
