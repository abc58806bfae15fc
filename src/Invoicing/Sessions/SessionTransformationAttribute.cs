using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Lets a session be given by its name.</summary>
internal sealed class SessionTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return input is string name
            ? SessionRegistry.Current.Find(name) ?? throw new ArgumentTransformationMetadataException($"There is no session '{name}'. Get-InvoiceSession shows those there are.")
            : input!;
    }
}
