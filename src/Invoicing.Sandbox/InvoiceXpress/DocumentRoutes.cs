using Invoicing.Sandbox.Core;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The operations that all families of documents share.</summary>
internal static class DocumentRoutes
{
    /// <summary>Receipts stand in the list of invoices. [official]</summary>
    private static readonly DocumentFamily[] InvoicesAndReceipts = { DocumentFamily.Invoice, DocumentFamily.Receipt };

    public static void ListInvoices(IxCall call) => List(call, "invoices", InvoicesAndReceipts);

    public static void ListEstimates(IxCall call) => List(call, "estimates", DocumentFamily.Estimate);

    public static void ListGuides(IxCall call) => List(call, "guides", DocumentFamily.Guide);

    /// <summary>The old lists of one type still answer, but take no filter. [official], [seen]</summary>
    public static void ListKind(IxCall call)
    {
        var filter = new DocumentFilter();
        filter.AddTypes(new[] { call.Kind.Type });
        filter.AddStatuses(new string[0]);
        call.AnswerPage("invoices", call.Company.Lists.Search(InvoicesAndReceipts, filter), call.Company.Json.WriteRow);
    }

    /// <summary>A read by POST; its filter says <c>final</c> where the lists say <c>sent</c>. [official]</summary>
    public static void ListOfClient(IxCall call)
    {
        var client = ClientRoutes.Find(call);
        var filter = ClientFilter.Read(call.Root());
        filter.Add(document => document.Client.Id == client.Id);
        call.AnswerPage("invoices", call.Company.Lists.Search(InvoicesAndReceipts, filter), call.Company.Json.WriteRow);
    }

    public static void Create(IxCall call)
    {
        var uid = call.Kind.Family == DocumentFamily.Invoice ? Wire.Filled(call.Root(), "proprietary_uid") : null;
        if (uid != null)
        {
            if (call.Http.IsUnderWay)
            {
                throw Refusal.Of(409, "A document with this proprietary_uid is being created", ErrorShape.Reason);
            }

            if (call.Company.Documents.ByUid(uid) is { } made)
            {
                Answer(call, 200, made, isRow: true);
                return;
            }
        }

        var document = new DocumentRecord(call.Kind) { CreatedAt = call.Now };
        DocumentBody.Fill(call.Company, document, call.Body(call.Kind.Wrappers), isNew: true);
        call.Company.Documents.Add(document, uid);
        Answer(call, 201, document, isRow: true);
    }

    /// <summary>
    /// Price and quantity of a guide are text everywhere [official]. The authority's code for a guide is there after some reads: it answers in
    /// its own time [inferred].
    /// </summary>
    public static void Read(IxCall call)
    {
        var document = Find(call);
        document.AskForTransportCode(call.Provider.Host.Options.PollsUntilReady);
        Answer(call, 200, document, isRow: call.Kind.Family == DocumentFamily.Guide);
    }

    public static void Update(IxCall call)
    {
        var document = Find(call);
        var body = call.Body(call.Kind.Wrappers);
        if (!document.IsDraft)
        {
            throw document.Status == DocumentStates.Settled
                ? Refusal.Invalid("A settled document can't be edited")
                : Refusal.Of(406, $"A document in state {document.Status} can't be edited", ErrorShape.Object);
        }

        DocumentBody.Fill(call.Company, document, body, isNew: false);
        call.AnswerEmpty();
    }

    public static void ChangeState(IxCall call)
    {
        var document = Find(call);
        var body = call.Body(call.Kind.Wrappers);
        DocumentChange.Apply(call.Company, document, Wire.Text(body, "state"), Wire.Filled(body, "message"), call.Now);
        Answer(call, 200, document, isRow: false);
    }

    public static void Related(IxCall call)
    {
        var document = FindAny(call);
        call.Reply.Json(200, json => json.Object(o => o.Array("documents", document.Related, call.Company.Json.WriteRow)));
    }

    /// <summary>The document that the path names by type and id; the type must match. [inferred]</summary>
    public static DocumentRecord Find(IxCall call)
    {
        var document = FindAny(call);
        return document.Kind == call.Kind ? document : throw Missing();
    }

    /// <summary>The document that the path names by id alone.</summary>
    public static DocumentRecord FindAny(IxCall call) => call.Company.Documents.ById(call.Id()) ?? throw Missing();

    private static Refusal Missing() => Refusal.Missing("Document not found");

    private static void List(IxCall call, string root, params DocumentFamily[] families) =>
        call.AnswerPage(root, call.Company.Lists.Find(families, call.Query), call.Company.Json.WriteRow);

    /// <summary>The root is named after the type, whatever the schemas say. [seen]</summary>
    private static void Answer(IxCall call, int status, DocumentRecord document, bool isRow) =>
        call.Answer(status, document.Kind.Singular, json => Write(call, json, document, isRow));

    private static void Write(IxCall call, JsonWriter json, DocumentRecord document, bool isRow)
    {
        if (isRow)
        {
            call.Company.Json.WriteRow(json, document);
        }
        else
        {
            call.Company.Json.WriteSingle(json, document);
        }
    }
}
