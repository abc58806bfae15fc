namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Undocumented behaviour of the real service that tests can choose.</summary>
internal sealed class SimplBooksSettings
{
    /// <summary>True if lists read filters from the JSON body of a GET. [official]</summary>
    public bool ListsByGetBody { get; set; } = true;

    /// <summary>True if lists read filters from the form of a POST. [seen]</summary>
    public bool ListsByPostForm { get; set; } = true;

    /// <summary>True if lists read filters from the JSON body of a POST. [assumption]</summary>
    public bool ListsByPostJson { get; set; }

    /// <summary>True if lists read filters from the query. One client can send them so, with unknown effect. [seen]</summary>
    public bool ListsByQuery { get; set; }

    /// <summary>True if a date filter accepts only the form of its example instead of the general one. [official]</summary>
    public bool ExampleDatesOnly { get; set; } = true;

    /// <summary>The key of the items of tasks/list. The one in the description is most likely a slip. [inferred]</summary>
    public TaskKey TaskListKey { get; set; } = TaskKey.Task;

    /// <summary>Form of <c>data</c> in an empty list: clients guard against all three. [seen]</summary>
    public EmptyData EmptyList { get; set; } = EmptyData.Array;

    /// <summary>
    /// True if numbers come as text now and then, in records and in the envelope. The description has them as numbers, and a strict program in
    /// use reads them so (docs/sandbox.md#simplbooks); one example of the vendor's page has text. [official]
    /// </summary>
    public bool TextNumbers { get; set; }

    /// <summary>True if some flags come as 0 or 1 now and then. [official]</summary>
    public bool NumberFlags { get; set; }

    /// <summary>True if text that is all digits comes as a number now and then. [official]</summary>
    public bool NumberDigits { get; set; }

    /// <summary>True if the sub-lists of a client are objects keyed by id; the text says list, the schema object. [official]</summary>
    public bool SubListsAreMaps { get; set; }
}

internal enum TaskKey
{
    Task,
    Warehouse,
}

internal enum EmptyData
{
    Array,
    Missing,
    Null,
}
