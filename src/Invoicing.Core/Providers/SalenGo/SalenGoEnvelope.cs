using System;
using System.Linq;
using System.Net;
using Invoicing.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// The object around every answer (docs/facts/salengo.md#envelope). The status in it is the provider's word [official]; in which shape it
/// comes is not documented, so every likely one is read [assumption].
/// </summary>
internal static class SalenGoEnvelope
{
    private const string Response = "response";
    private const string Status = "status";
    private const string Ok = "ok";

    /// <summary>The object that WCF puts around an answer.</summary>
    private const string Wcf = "d";

    /// <summary>Gives the members of a good answer.</summary>
    /// <exception cref="RefusedInBodyException">It is not a good one, whatever its HTTP status.</exception>
    public static JObject Open(JToken root)
    {
        JObject members = Unwrap(root) ?? throw new JsonReaderException("The answer is no JSON object.");
        return IsOk(members) switch
        {
            true => members,
            false => throw new RefusedInBodyException(HttpStatusCode.OK, Faults.Read(members)),
            _ => throw new JsonReaderException("The answer has no status."),
        };
    }

    /// <summary>Takes off what is around the members of an answer, in names too.</summary>
    public static JObject? Unwrap(JToken root)
    {
        var members = (root is JContainer all && all.DescendantsAndSelf().OfType<JProperty>().Any(member => member.Name.TrimStart('@', '-') != member.Name) ? Clean(root) : root) as JObject;
        if (members?.Count == 1 && Member(members, Wcf) is JObject inner)
        {
            members = inner;
        }

        return members is not null && Member(members, Response) is JObject response ? response : members;
    }

    /// <summary>Every value other than ok is a failure [assumption]; <c>null</c> where there is none.</summary>
    public static bool? IsOk(JObject members) =>
        Member(members, Status) is JValue { Value: { } word } ? string.Equals(word.ToString(), Ok, StringComparison.OrdinalIgnoreCase) : null;

    public static bool IsStatus(string name) => string.Equals(name, Status, StringComparison.OrdinalIgnoreCase);

    /// <summary>A member, compared without regard to case: the overview itself writes status in two ways [official].</summary>
    public static JToken? Member(JObject members, string name) => members.GetValue(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Attributes of XML that was turned into JSON have a sign before their names.</summary>
    private static JToken Clean(JToken token) => token switch
    {
        JObject source => new JObject(source.Properties()
            .GroupBy(property => property.Name.TrimStart('@', '-'))
            .Select(same => new JProperty(same.Key, Clean(same.First().Value)))),
        JArray source => new JArray(source.Select(Clean)),
        _ => token,
    };
}
