using System.Net.Http;
using Invoicing.Engine.Fields;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Engine;

/// <summary>One documented operation of a provider: a row of its connector's table.</summary>
internal sealed class Endpoint
{
    public Endpoint(string verb, string path, bool repeatable, Evidence mark)
    {
        Verb = verb;
        Path = path;
        Repeatable = repeatable;
        Mark = mark;
    }

    public string Verb { get; }

    /// <summary>Path with <c>{places}</c> for identifiers.</summary>
    public string Path { get; }

    /// <summary>Name of the method, at providers that have methods in place of resources.</summary>
    public string? Name { get; init; }

    /// <summary>True if doing it twice is the same as doing it once.</summary>
    public bool Repeatable { get; }

    /// <summary>True if it changes something although doing it twice is the same as doing it once.</summary>
    public bool IsChange { get; init; }

    public Evidence Mark { get; }

    /// <summary>A GET, which may be repeated.</summary>
    public static Endpoint Read(string path) => new("GET", path, repeatable: true, Evidence.Official);

    /// <summary>A POST that makes something.</summary>
    public static Endpoint Create(string path) => new("POST", path, repeatable: false, Evidence.Official);

    /// <summary>A PUT that leaves the same state however often it is made.</summary>
    public static Endpoint Replace(string path) => new("PUT", path, repeatable: true, Evidence.Official);

    /// <summary>A PUT that moves a state, mails or registers.</summary>
    public static Endpoint Once(string path) => new("PUT", path, repeatable: false, Evidence.Official);

    /// <summary>A DELETE.</summary>
    public static Endpoint Delete(string path) => new("DELETE", path, repeatable: false, Evidence.Official);

    /// <summary>Makes a request of the operation.</summary>
    /// <param name="body">The body.</param>
    /// <param name="places">The values for the places of the path, in order; escaped here.</param>
    public ApiRequest Request(JToken? body = null, params string[] places)
    {
        string path = Path;
        foreach (string place in places)
        {
            int start = path.IndexOf('{');
            path = path.Substring(0, start) + Escape(place) + path.Substring(path.IndexOf('}') + 1);
        }

        return new ApiRequest(new HttpMethod(Verb), path) { Body = body, Repeatable = Repeatable, IsChange = IsChange };
    }

    public override string ToString() => $"{Verb} /{Path}";

    /// <summary>An identifier is one part of a path and stays one, whatever is in it.</summary>
    private static string Escape(string id)
    {
        string trimmed = id.Trim();
        return trimmed.Length > 0 && trimmed.Trim('.').Length > 0
            ? RequestAddress.Escape(trimmed)
            : throw new InvoicingException(ErrorKind.InvalidInput, $"'{id}' is no identifier.");
    }
}
