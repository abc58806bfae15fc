using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;

namespace Invoicing.Tests.Compatibility;

/// <summary>Looks for every type and member that a DLL refers to, in folders of other DLLs, and follows types that were forwarded.</summary>
internal sealed class ReferenceResolver : IDisposable
{
    private readonly string _own;
    private readonly string[] _folders;
    private readonly Dictionary<string, MetadataFile?> _files = [];

    /// <param name="own">Where the DLLs are that belong together, and may see what is internal.</param>
    /// <param name="folders">Where others are looked for, in this order.</param>
    public ReferenceResolver(string own, params string[] folders)
    {
        _own = own;
        _folders = folders;
    }

    /// <summary>How many references were looked for.</summary>
    public int Count { get; private set; }

    /// <summary>The references of a DLL that lead nowhere, in words.</summary>
    public IEnumerable<string> Unresolved(string path)
    {
        using var file = new MetadataFile(path);
        foreach (TypeReferenceHandle handle in file.Reader.TypeReferences)
        {
            Count++;
            if (Find(file, handle) is null)
            {
                yield return $"{file.Name}: type {MetadataFile.NameOf(file.Reader, handle)} of {MetadataFile.ScopeOf(file.Reader, handle)}";
            }
        }

        foreach (MemberReference member in file.Reader.MemberReferences.Select(file.Reader.GetMemberReference))
        {
            // A type that is missing was told above; members of arrays are made by the runtime.
            if (Find(file, TypeOf(file.Reader, member.Parent)) is { } owner)
            {
                Count++;
                string wanted = Text(file.Reader, member);
                if (!Has(owner, wanted, visible: !owner.File.IsOwn && owner.File.Name != file.Name))
                {
                    yield return $"{file.Name}: {owner.Name} {wanted}";
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (MetadataFile? file in _files.Values)
        {
            file?.Dispose();
        }
    }

    private static EntityHandle TypeOf(MetadataReader reader, EntityHandle parent) => parent.Kind == HandleKind.TypeSpecification
        ? reader.GetTypeSpecification((TypeSpecificationHandle)parent).DecodeSignature(SignatureText.Instance, null).Type
        : parent;

    private static string Text(MetadataReader reader, MemberReference member) => reader.GetString(member.Name) + " " + (member.GetKind() == MemberReferenceKind.Field
        ? member.DecodeFieldSignature(SignatureText.Instance, null).Text
        : SignatureText.Of(member.DecodeMethodSignature(SignatureText.Instance, null)));

    /// <summary>The type has the member, or one of its bases has.</summary>
    private bool Has(Found type, string wanted, bool visible)
    {
        MetadataReader reader = type.File.Reader;
        TypeDefinition definition = reader.GetTypeDefinition(type.Handle);
        bool here = definition.GetMethods().Select(reader.GetMethodDefinition)
                .Where(method => !visible || (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem)
                .Any(method => wanted == $"{reader.GetString(method.Name)} {SignatureText.Of(method.DecodeSignature(SignatureText.Instance, null))}")
            || definition.GetFields().Select(reader.GetFieldDefinition)
                .Where(field => !visible || (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem)
                .Any(field => wanted == $"{reader.GetString(field.Name)} {field.DecodeSignature(SignatureText.Instance, null).Text}");
        return here || (!definition.BaseType.IsNil && Find(type.File, TypeOf(reader, definition.BaseType)) is { } parent && Has(parent, wanted, visible));
    }

    private Found? Find(MetadataFile from, EntityHandle type) => type.IsNil ? null : type.Kind switch
    {
        HandleKind.TypeDefinition => new Found(from, (TypeDefinitionHandle)type),
        HandleKind.TypeReference => Find(
            MetadataFile.ScopeOf(from.Reader, (TypeReferenceHandle)type) is { } scope ? Load(scope) : from, MetadataFile.NameOf(from.Reader, (TypeReferenceHandle)type)),
        _ => null,
    };

    private Found? Find(MetadataFile? file, string name)
    {
        while (file is not null)
        {
            if (file.Types.TryGetValue(name, out TypeDefinitionHandle handle))
            {
                return new Found(file, handle);
            }

            file = file.Forwards.TryGetValue(name.Split('/')[0], out string? next) ? Load(next) : null;
        }

        return null;
    }

    private MetadataFile? Load(string name)
    {
        if (!_files.TryGetValue(name, out MetadataFile? file))
        {
            // What the build copied for the compiler alone must not hide what is asked about.
            string? path = _folders.Append(_own).Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
            _files[name] = file = path is null ? null : new MetadataFile(path) { IsOwn = Path.GetDirectoryName(path) == _own };
        }

        return file;
    }

    private sealed record Found(MetadataFile File, TypeDefinitionHandle Handle)
    {
        public string Name => MetadataFile.NameOf(File.Reader, Handle);
    }
}
