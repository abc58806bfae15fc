using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>A cmdlet that gets objects of one kind: all of them, those of a name, or those of an identifier.</summary>
/// <typeparam name="T">The kind of object.</typeparam>
public abstract class GetRecordCmdlet<T> : ConnectorCmdlet<IReader<T>>
    where T : InvoiceRecord
{
    private protected const string NameSet = "Name";
    private protected const string IdSet = "Id";

    private protected GetRecordCmdlet()
    {
    }

    /// <summary>Names. Wildcards are allowed. Default: all.</summary>
    [Parameter(ParameterSetName = NameSet, Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>The provider's identifiers. Costs one request each.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[] Id { get; set; } = [];

    /// <summary>Rows per request. Default: the largest page that the provider documents.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Now = true)]
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
                WriteObject(Await(Provider().GetAsync(id, Cancel)));
            });
        }
        else if (Name is null)
        {
            WriteListing(List(), Kind);
        }
        else
        {
            ForEach(Name, Write);
        }
    }

    private void Write(string name)
    {
        Target = name;
        var pattern = Wildcards.Parse(name);
        bool any = false;
        WriteListing(List(), Kind, record => pattern.IsMatch(record.ToString()) && (any = true));
        if (!any && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            throw new InvoicingException(ErrorKind.NotFound, $"There is no {Kind} '{name}'.");
        }
    }

    /// <summary>The query. A cmdlet with filters adds them.</summary>
    private protected virtual ListQuery Query() => new() { PageSize = PageSize };

    private Listing<T> List() => Provider().List(Query());
}
