namespace Invoicing.Sandbox.SimplBooks;

/// <summary>What nobody knows about the real service, and a test may want either way.</summary>
internal sealed class SimplBooksSettings
{
    /// <summary>Whether lists notice filters in the JSON body of a GET. [official page]</summary>
    public bool ListsByGetBody { get; set; } = true;

    /// <summary>Whether lists notice filters in the form of a POST. [code: Freelancer-Martin]</summary>
    public bool ListsByPostForm { get; set; } = true;

    /// <summary>Whether lists notice filters in the JSON body of a POST, which nobody was seen to send.</summary>
    public bool ListsByPostJson { get; set; }

    /// <summary>Whether lists notice filters in the query: one program can send them so, with unknown effect. [code: robobook]</summary>
    public bool ListsByQuery { get; set; }

    /// <summary>Whether a date filter takes only the form of its example; the general rule says another. [official page]</summary>
    public bool ExampleDatesOnly { get; set; } = true;

    /// <summary>The key of the items of tasks/list; the description has the wrong one, almost certainly by a slip. [inferred]</summary>
    public TaskKey TaskListKey { get; set; } = TaskKey.Task;

    /// <summary>What programs that talk to the service guard against. [code: robobook, Freelancer-Martin]</summary>
    public EmptyData EmptyList { get; set; } = EmptyData.Array;

    /// <summary>Whether what belongs to a client comes as objects by id: the text says list, the schema object. [official page]</summary>
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
