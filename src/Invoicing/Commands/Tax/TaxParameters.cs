using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a tax as parameters, each named after its property.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class TaxParameters<TCapability> : RecordCmdlet<TCapability, Tax>
    where TCapability : class, ICapability
{
    private protected TaxParameters()
    {
    }

    /// <summary>Rate in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Value")]
    [PercentTransformation]
    [Completes]
    public Input<decimal>? Rate { get; set; }

    /// <summary>Region of the rate: PT, PT-AC, PT-MA or a country code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Region { get; set; }

    /// <summary>Kind of rate: NOR normal, INT intermediate, RED reduced, OUT other, ISE exempt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WordTransformation("NOR", "INT", "RED", "OUT", "ISE")]
    [Completes]
    public Input<string>? Code { get; set; }

    /// <summary>True to make it the default tax of lines without one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Default")]
    [FlagTransformation]
    [Completes]
    public Input<bool>? IsDefault { get; set; }
}
