using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Core;

/// <summary>A record that a server was given to start with. A value that is not there, or has another form, is null.</summary>
internal sealed class GivenRecord
{
    private readonly JObject _json;

    public GivenRecord(JObject json) => _json = json;

    /// <summary>The digits at the beginning of the identifier; 0 without any.</summary>
    public long Id => IdOf("Id");

    public long IdOf(string name) => long.TryParse(
        new string((Text(name) ?? "").TakeWhile(letter => letter is >= '0' and <= '9').ToArray()), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public string? Text(string name) => _json[name] is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    public decimal? Number(string name) =>
        decimal.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name) => _json[name] is JValue { Value: true };

    public DateTime? Date(string name) =>
        DateTime.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public GivenRecord? Part(string name) => _json[name] is JObject part ? new GivenRecord(part) : null;

    public IReadOnlyList<GivenRecord> Parts(string name) =>
        _json[name] is JArray list ? list.OfType<JObject>().Select(part => new GivenRecord(part)).ToArray() : Array.Empty<GivenRecord>();

    /// <summary>A field that only the provider knows; false or true where the provider writes 0 or 1.</summary>
    public bool? ExtraFlag(string name) => (Part("Extra")?.Text(name) ?? "").ToLowerInvariant() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };
}
