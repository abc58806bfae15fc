using System;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The operations on clients.</summary>
internal static class ClientRoutes
{
    public static void List(IxCall call) =>
        call.AnswerPage("clients", call.Company.Clients.All, (json, client) => ClientFields.Write(json, client, call.Company.Settings));

    public static void Create(IxCall call)
    {
        var client = new ClientRecord();
        ClientFields.Apply(client, Body(call));
        call.Company.Clients.Add(client);
        Answer(call, 201, client);
    }

    public static void Read(IxCall call) => Answer(call, 200, Find(call));

    public static void Update(IxCall call)
    {
        var client = Find(call).Clone();
        var body = call.Body("client");

        // The name must always be sent. [seen]
        if (Wire.Filled(body, "name") is null)
        {
            throw Refusal.Invalid("Name can't be blank", "name");
        }

        ClientFields.Apply(client, body);
        call.Company.Clients.Replace(client);
        call.AnswerEmpty();
    }

    public static void FindByName(IxCall call) => FindBy(call, "client_name", call.Company.Clients.ByName);

    public static void FindByCode(IxCall call) => FindBy(call, "client_code", call.Company.Clients.ByCode);

    /// <summary>
    /// Not documented: it answers an error, and yet the client is gone when it has no documents. [seen]
    /// </summary>
    public static void Delete(IxCall call)
    {
        var client = Find(call);
        if (!call.Company.Documents.HasAny(client.Id))
        {
            call.Company.Clients.Remove(client);
        }

        throw Refusal.Of(500, "Internal Server Error", ErrorShape.Html);
    }

    /// <summary>An empty body is refused with a list of objects, unlike a client that is wrong. [seen]</summary>
    private static JObject Body(IxCall call) => call.Root().Count > 0
        ? call.Body("client")
        : throw Refusal.Invalid("Client can't be blank", "client", ErrorShape.ObjectList);

    public static ClientRecord Find(IxCall call) => call.Company.Clients.ById(call.Id()) ?? throw Refusal.Missing();

    private static void FindBy(IxCall call, string key, Func<string, ClientRecord?> find) =>
        Answer(call, 200, find(call.Query[key] ?? "") ?? throw (call.Company.Settings.MissingClient == MissingClientStatus.ServerError
            ? Refusal.Of(500, "Internal Server Error", ErrorShape.Html)
            : Refusal.Missing()));

    private static void Answer(IxCall call, int status, ClientRecord client) =>
        call.Answer(status, "client", json => ClientFields.Write(json, client, call.Company.Settings));
}
