using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a warehouse as parameters, each named after its property.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class WarehouseParameters<TCapability> : RecordCmdlet<TCapability, Warehouse>
    where TCapability : class, ICapability
{
    private protected WarehouseParameters()
    {
    }

    /// <summary>Description of its purpose.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Description { get; set; }

    /// <summary>Address of the warehouse.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Address { get; set; }

    /// <summary>Code (not identifier) of the ledger account of the stock, such as 1310.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? LedgerAccountCode { get; set; }

    /// <summary>True if it is in use. Default for a new warehouse: true.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [Completes]
    public Input<bool>? Active { get; set; }
}
