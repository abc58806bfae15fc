using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a tax as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class TaxParameters<TCapability> : RecordCmdlet<TCapability, Tax>
    where TCapability : class, ICapability
{
    private protected TaxParameters()
    {
    }

    /// <summary>Rate in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Value")]
    [AmountTransformation]
    public decimal? Rate { get; set; }

    /// <summary>Region that the rate is for: PT, PT-AC, PT-MA or the code of a country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Region { get; set; }

    /// <summary>Kind of rate: NOR normal, INT intermediate, RED reduced, OUT other, ISE exempt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WordTransformation("NOR", "INT", "RED", "OUT", "ISE")]
    [ArgumentCompleter(typeof(TaxCodeCompleter))]
    public string? Code { get; set; }

    /// <summary>Whether lines without a tax get this one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Default")]
    [FlagTransformation]
    public bool? IsDefault { get; set; }
}
