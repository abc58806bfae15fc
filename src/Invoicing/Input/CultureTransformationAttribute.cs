using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Lets a culture be given by its name. Of a name that nobody knows, .NET would make a culture without habits.</summary>
internal sealed class CultureTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => InputValue.Unwrap(inputData) switch
    {
        CultureInfo culture => culture,
        "" or "Invariant" or "invariant" => CultureInfo.InvariantCulture,
        var name => CultureInfo.GetCultures(CultureTypes.AllCultures)
            .FirstOrDefault(culture => culture.Name.Length > 0 && string.Equals(culture.Name, InputValue.Text(name), System.StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentTransformationMetadataException($"'{name}' is not a known culture. Use a name such as pt-PT, et-EE, es-ES or en-US."),
    };
}
