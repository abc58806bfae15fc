using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The five operations that are the same for every resource.</summary>
internal static class CrudRoutes
{
    public static void List(SimplBooksCall call)
    {
        var query = new ListQuery(call);
        var rows = query.Run();
        var form = rows.Count == 0 ? call.Company.Settings.EmptyList : EmptyData.Array;
        call.Answer(json =>
        {
            if (form == EmptyData.Null)
            {
                json.Field("data", null);
            }
            else if (form == EmptyData.Array)
            {
                json.Array("data", rows, (inner, row) => RecordWriter.Item(inner, call.Company, call.Resource, row, query.Fields));
            }
        });
    }

    public static void Get(SimplBooksCall call)
    {
        var record = call.Target;
        call.Data(json => RecordWriter.Whole(json, call.Company, call.Resource, record));
    }

    public static void Create(SimplBooksCall call) => call.Saved(Editor.Create(call.Company, call.Resource, call.Input).Id);

    /// <summary>Answers the id of the changed record. [assumption]</summary>
    public static void Update(SimplBooksCall call) => call.Saved(Editor.Update(call.Company, call.Resource, call.Input).Id);

    /// <summary>Answer without an id and without a text. [official]</summary>
    public static void Delete(SimplBooksCall call)
    {
        Editor.Delete(call.Company, call.Resource, call.Target);
        call.Saved(0, response: null);
    }
}
