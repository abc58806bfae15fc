using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>A cmdlet that gets objects of one kind: all of them, those of a name, or those of an identifier.</summary>
/// <typeparam name="T">The kind of object.</typeparam>
public abstract class GetRecordCmdlet<T> : ConnectorCmdlet<IReader<T>>
    where T : InvoiceRecord, new()
{
    private protected const string NameSet = "Name";
    private protected const string IdSet = "Id";

    private protected GetRecordCmdlet()
    {
    }

    /// <summary>
    /// An object to read again, a row, or text that is looked for as code, number and name, and as an id last. Wildcards are allowed. Default: all.
    /// </summary>
    [Parameter(ParameterSetName = NameSet, Position = 0, ValueFromPipeline = true)]
    [RecordTransformation(Now = true, Many = true)]
    [SupportsWildcards]
    [Completes]
    public RecordIdentity[]? InputObject { get; set; }

    /// <summary>Names. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [SupportsWildcards]
    [Completes]
    public string[]? Name { get; set; }

    /// <summary>The provider's identifiers. Costs one request each.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true)]
    [Completes]
    public string[] Id { get; set; } = [];

    /// <summary>Rows per request. Default: the largest page that the provider documents.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? PageSize { get; set; }

    /// <summary>Name of the objects in progress and errors.</summary>
    private protected static string Kind => InvoiceRecord.WordsFor(typeof(T));

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (ParameterSetName == IdSet)
        {
            ForEach(Id, id =>
            {
                Target = id;
                WriteFound(Await(Provider().GetAsync(id, Cancel)));
            });
        }
        else if (Name is not null)
        {
            ForEach(Name, name =>
            {
                Target = name;
                WriteMatches(name ?? "", NameOf);
            });
        }
        else if (InputObject is null)
        {
            WriteListing(Provider().List(Query()), Kind);
        }
        else
        {
            ForEach(InputObject, identity =>
            {
                Target = identity.Source;
                Write(identity);
            });
        }
    }

    private void Write(RecordIdentity identity)
    {
        if (identity.Key is { Kind: RecordKeyKind.Any } key && identity.Origin is null
            && (!RecordSearch.HasNames<T>() || WildcardPattern.ContainsWildcardCharacters(key.Text)))
        {
            WriteMatches(key.Text, record => record.ToString());
        }
        else if (identity.Key is { } other && identity.Origin is null)
        {
            var search = new RecordSearch<T>(Provider(), Query());
            WriteFound(Found(Await(search.FindAsync(other, Cancel)), Kind, other.Text));
        }
        else
        {
            // An object is read again: the caller wants its present state.
            T record = FindRecord<T>(identity, whole: false);
            WriteFound(Await(Provider(record).GetAsync(record.Id!, Cancel)));
        }
    }

    private void WriteMatches(string text, Func<T, string?> name)
    {
        var pattern = Wildcards.Parse(text);
        bool any = false;
        WriteListing(Provider().List(Query()), Kind, record => pattern.IsMatch(name(record) ?? "") && (any = true));
        if (any || WildcardPattern.ContainsWildcardCharacters(text))
        {
            return;
        }

        WriteFound(Found(RecordSearch.HasNames<T>() ? null : Await(new RecordSearch<T>(Provider()).FindAsync(new RecordKey(RecordKeyKind.Any, text), Cancel)), Kind, text));
    }

    private static string? NameOf(T record) => typeof(T).GetProperty("Name")?.GetValue(record) as string ?? record.ToString();

    /// <summary>The query. A cmdlet with filters adds them.</summary>
    private protected virtual ListQuery Query() => new() { PageSize = PageSize };
}
