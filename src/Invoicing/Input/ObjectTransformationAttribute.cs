using System;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>
/// Takes objects of one type and nothing that could be made into one: text and rows from the pipeline are left to another parameter.
/// </summary>
internal sealed class ObjectTransformationAttribute : ArgumentTransformationAttribute
{
    private readonly Type _type;

    public ObjectTransformationAttribute(Type type) => _type = type;

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        InputValue.Unwrap(inputData) is { } bare && _type.IsInstanceOfType(bare) ? bare : throw new PSInvalidCastException($"'{inputData}' is not what is needed here.");
}
