using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Asks the provider which fields an operation accepts. It changes nothing at the provider, and the session uses from then on what was
/// learned. A name that is wrong here is corrected with Connect-InvoiceProvider -FieldName.
/// </summary>
[Cmdlet(VerbsCommon.Get, "InvoiceField")]
[OutputType(typeof(InvoiceField))]
public sealed class GetInvoiceFieldCommand : ConnectorCmdlet<IFieldReader>
{
    /// <summary>Kind of record.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public FieldOwner[] For { get; set; } = [];

    /// <summary>Operation. Default: creation; for the account, change.</summary>
    [Parameter(Position = 1)]
    public FieldOperation? Operation { get; set; }

    /// <summary>Identifier of a record for operations that need one. Default: any record.</summary>
    [Parameter]
    [TextTransformation(Now = true)]
    [Completes]
    public string? Id { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(For, owner =>
    {
        Target = owner;
        FieldOperation operation = Operation ?? (owner == FieldOwner.Account ? FieldOperation.Update : FieldOperation.Create);
        WriteObject(Await(Provider().GetFieldsAsync(owner, operation, Id, Cancel)), enumerateCollection: true);
    });
}
