using System.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>The operations on clients.</summary>
internal static class ClientRoutes
{
    public static void List(FacturagemCall call)
    {
        call.Account();
        call.AnswerPage(Resource.Client, call.Book.Clients.All);
    }

    public static void Create(FacturagemCall call)
    {
        call.Account();
        var client = call.Apply(new Record(Resource.Client));
        client["created_at"] = client["updated_at"] = call.Now;
        call.Book.AddClient(client);
        call.Answer(client);
    }

    public static void Read(FacturagemCall call) => call.Answer(call.Client());

    public static void Change(FacturagemCall call)
    {
        var client = call.Client();
        client.Take(call.Apply(client));
        client["updated_at"] = call.Now;
        call.AnswerEmpty();
    }

    /// <summary>A client with invoices stays [seen], which is told by a 422. [assumption]</summary>
    public static void Remove(FacturagemCall call)
    {
        var client = call.Client();
        if (call.Book.InvoicesOf(client).Any())
        {
            var faults = new Faults();
            faults.Add("base", "has invoices and cannot be deleted");
            throw call.Invalid(client, faults);
        }

        call.Book.Clients.Remove(client);
        call.AnswerEmpty();
    }

    public static void Invoices(FacturagemCall call) => call.AnswerPage(Resource.Invoice, call.Book.InvoicesOf(call.Client()).ToList());
}
