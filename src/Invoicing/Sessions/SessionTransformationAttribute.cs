using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Accepts a session or its name.</summary>
internal sealed class SessionTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return input is string name
            ? SessionRegistry.Current.Find(name) ?? throw new ArgumentTransformationMetadataException($"Session '{name}' does not exist. Get-InvoiceSession lists the sessions.")
            : input!;
    }
}
