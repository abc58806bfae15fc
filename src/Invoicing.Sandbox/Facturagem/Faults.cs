using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Errors of a record, by the field's name on the wire.</summary>
internal sealed class Faults
{
    private readonly List<KeyValuePair<string, string>> _all = new();

    public bool Any => _all.Count > 0;

    public bool Has(string field) => _all.Any(fault => fault.Key == field);

    public void Add(string field, string text) => _all.Add(new KeyValuePair<string, string>(field, text));

    public JToken Write(ErrorsShape shape) => shape switch
    {
        ErrorsShape.Texts => new JArray(_all.Select(fault => fault.Key + " " + fault.Value)),
        ErrorsShape.Pairs => new JArray(_all.Select(fault => new JArray(fault.Key, fault.Value))),
        _ => new JObject(_all.GroupBy(fault => fault.Key)
            .Select(field => new JProperty(field.Key, new JArray(field.Select(fault => fault.Value))))),
    };
}
