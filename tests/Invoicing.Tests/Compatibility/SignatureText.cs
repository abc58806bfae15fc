using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;

namespace Invoicing.Tests.Compatibility;

/// <summary>Writes signatures with the names of types and without their assemblies, which differ between netstandard and a framework.</summary>
internal sealed class SignatureText : ISignatureTypeProvider<SignatureText.Part, object?>
{
    public static readonly SignatureText Instance = new();

    public static string Of(MethodSignature<Part> method) =>
        $"{method.ReturnType.Text}({string.Join(", ", method.ParameterTypes.Select(part => part.Text))})`{method.GenericParameterCount}";

    public Part GetArrayType(Part elementType, ArrayShape shape) => new($"{elementType.Text}[{new string(',', shape.Rank - 1)}]");

    public Part GetByReferenceType(Part elementType) => new(elementType.Text + "&");

    public Part GetFunctionPointerType(MethodSignature<Part> signature) => new("fnptr " + Of(signature));

    public Part GetGenericInstantiation(Part genericType, ImmutableArray<Part> typeArguments) =>
        new($"{genericType.Text}<{string.Join(", ", typeArguments.Select(part => part.Text))}>", genericType.Type);

    public Part GetGenericMethodParameter(object? genericContext, int index) => new($"!!{index}");

    public Part GetGenericTypeParameter(object? genericContext, int index) => new($"!{index}");

    /// <summary>Modifiers are for compilers.</summary>
    public Part GetModifiedType(Part modifier, Part unmodifiedType, bool isRequired) => unmodifiedType;

    public Part GetPinnedType(Part elementType) => elementType;

    public Part GetPointerType(Part elementType) => new(elementType.Text + "*");

    public Part GetPrimitiveType(PrimitiveTypeCode typeCode) => new("System." + typeCode);

    public Part GetSZArrayType(Part elementType) => new(elementType.Text + "[]");

    public Part GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => new(MetadataFile.NameOf(reader, handle), handle);

    public Part GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => new(MetadataFile.NameOf(reader, handle), handle);

    public Part GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    /// <param name="Text">The type in words.</param>
    /// <param name="Type">Its definition or reference; of a generic one, that without arguments. An array has none.</param>
    internal sealed record Part(string Text, EntityHandle Type = default);
}
