using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a warehouse as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class WarehouseParameters<TCapability> : RecordCmdlet<TCapability, Warehouse>
    where TCapability : class, ICapability
{
    private protected WarehouseParameters()
    {
    }

    /// <summary>What it is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>Where it is.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Address { get; set; }

    /// <summary>Code (not identifier) of the ledger account that its stock is booked on.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? LedgerAccountCode { get; set; }

    /// <summary>Whether it is in use; what is new is.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public bool? Active { get; set; }
}
