namespace Invoicing;

/// <summary>The state of work on an archive.</summary>
public sealed class ArchiveProgress
{
    internal ArchiveProgress(string stage, int done, int? total, int files)
    {
        Stage = stage;
        Done = done;
        Total = total;
        Files = files;
    }

    /// <summary>The records that are worked on, such as <c>documents</c>.</summary>
    public string Stage { get; }

    /// <summary>Number of records of the stage that are done.</summary>
    public int Done { get; }

    /// <summary>Number of records of the stage; <c>null</c> if the provider does not tell.</summary>
    public int? Total { get; }

    /// <summary>Number of files that were written so far.</summary>
    public int Files { get; }
}
