using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Gets the account at the provider. InvoiceXpress requires its id, which a key does not reveal.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceAccount")]
[OutputType(typeof(InvoiceAccount))]
public sealed class GetInvoiceAccountCommand : ConnectorCmdlet<IAccountReader>
{
    /// <summary>The provider's identifier of the account.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [TextTransformation(Now = true)]
    [Completes]
    public string? Id { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        Target = Id;
        WriteObject(Await(Provider().GetAsync(Id, Cancel)));
    }
}
