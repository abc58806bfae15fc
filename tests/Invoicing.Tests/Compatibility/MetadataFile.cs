using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Invoicing.Tests.Compatibility;

/// <summary>The metadata of one DLL, with its types by full name. Nested types are joined with '/'.</summary>
internal sealed class MetadataFile : IDisposable
{
    private readonly PEReader _file;

    public MetadataFile(string path)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        _file = new PEReader(File.OpenRead(path));
        Reader = _file.GetMetadataReader();
        foreach (TypeDefinitionHandle handle in Reader.TypeDefinitions)
        {
            Types[NameOf(Reader, handle)] = handle;
        }

        foreach (ExportedType type in Reader.ExportedTypes.Select(Reader.GetExportedType).Where(type => type.Implementation.Kind == HandleKind.AssemblyReference))
        {
            Forwards[Join(Reader.GetString(type.Namespace), Reader.GetString(type.Name))] =
                Reader.GetString(Reader.GetAssemblyReference((AssemblyReferenceHandle)type.Implementation).Name);
        }
    }

    public string Name { get; }

    /// <summary>It is one of the DLLs that belong together.</summary>
    public bool IsOwn { get; init; }

    public MetadataReader Reader { get; }

    public Dictionary<string, TypeDefinitionHandle> Types { get; } = [];

    /// <summary>Assemblies that types have moved to.</summary>
    public Dictionary<string, string> Forwards { get; } = [];

    public static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
        return type.IsNested ? $"{NameOf(reader, type.GetDeclaringType())}/{name}" : name;
    }

    public static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
        return type.ResolutionScope.Kind == HandleKind.TypeReference ? $"{NameOf(reader, (TypeReferenceHandle)type.ResolutionScope)}/{name}" : name;
    }

    /// <summary>The name of the assembly that a reference points to; <c>null</c> is this one.</summary>
    public static string? ScopeOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        EntityHandle scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => ScopeOf(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => null,
        };
    }

    public void Dispose() => _file.Dispose();

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
