using System;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Reads an address. PowerShell would pass over a column that is none where another parameter takes the row, and the provider's own would be used.</summary>
internal sealed class UriTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => InputValue.Unwrap(inputData) switch
    {
        null => null,
        Uri address => address,
        string text when Uri.TryCreate(text.Trim(), UriKind.RelativeOrAbsolute, out Uri? address) => address,
        var other => throw new ArgumentTransformationMetadataException($"'{other}' is not a valid address. Write it as https://example.com/."),
    };
}
