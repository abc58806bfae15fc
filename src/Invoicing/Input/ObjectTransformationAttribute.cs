using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>
/// Takes objects of one type and nothing that could be made into one: text and rows from the pipeline are left to another parameter.
/// </summary>
internal sealed class ObjectTransformationAttribute : ArgumentTransformationAttribute
{
    private readonly Type _type;

    public ObjectTransformationAttribute(Type type) => _type = type;

    /// <summary>True if the parameter takes several.</summary>
    public bool Many { get; set; }

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (!Many)
        {
            return Object(inputData);
        }

        object[] all = InputValue.Unwrap(inputData) is IEnumerable list and not string ? [.. list.Cast<object>().Select(Object)] : [Object(inputData)];
        var typed = Array.CreateInstance(_type, all.Length);
        all.CopyTo(typed, 0);
        return typed;
    }

    private object Object(object inputData) => InputValue.Unwrap(inputData) is { } bare && _type.IsInstanceOfType(bare)
        ? bare
        : throw new PSInvalidCastException($"'{inputData}' is not what is needed here: {_type.Name}.");
}
