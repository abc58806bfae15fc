using System;
using System.IO;
using System.Text;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Invoicing;

/// <summary>The file of a saved connection: JSON, with the version of its form.</summary>
internal static class ConnectionFile
{
    private const string Form = "form";
    private const string ThisForm = "Invoicing connection 1";
    private const long Longest = 1 << 20;

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: false) },
        ObjectCreationHandling = ObjectCreationHandling.Replace,
        MissingMemberHandling = MissingMemberHandling.Error,
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        TypeNameHandling = TypeNameHandling.None,
    });

    public static SavedConnection Read(string path)
    {
        SavedConnection connection;
        try
        {
            if (new FileInfo(path).Length > Longest)
            {
                throw Bad(path, "it is too long");
            }

            if (WireJson.ParseToken(File.ReadAllText(path, Encoding.UTF8)) is not JObject content || content[Form] is not JValue { Value: ThisForm })
            {
                throw Bad(path, $"it has no \"{Form}\": \"{ThisForm}\"");
            }

            content.Remove(Form);
            connection = content.ToObject<SavedConnection>(Serializer)!;
        }
        catch (Exception fault) when (FileFault.IsOf(fault) && fault is not ArgumentException)
        {
            throw FileFault.Reading(path, fault);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or FormatException or OverflowException)
        {
            // The text of the fault may repeat the content.
            throw Bad(path, fault is JsonReaderException ? "it is not JSON" : "a value is missing, unknown or of another kind");
        }

        return connection is { Sandbox: true, Secret: null } || (connection is { Sandbox: false, Account: not null, Secret: { } secret } && secret.IsOne)
            ? connection with { Path = path }
            : throw Bad(path, "it does not say which account and which secret, each once");
    }

    public static void Write(string path, SavedConnection connection, bool overwrite)
    {
        var content = JObject.FromObject(connection, Serializer);
        content.AddFirst(new JProperty(Form, ThisForm));
        OutputFile.Write(path, overwrite, partial => PrivateFile.Write(partial, content.ToString() + Environment.NewLine));
    }

    public static InvoicingException Bad(string path, string why) => new(ErrorKind.InvalidFile, $"The file '{path}' is not a saved connection of this version: {why}.")
    {
        Advice = "Save the connection again with -Force, or remove it with Remove-InvoiceConnection.",
    };
}
