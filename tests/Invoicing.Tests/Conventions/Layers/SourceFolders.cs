using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Invoicing.Tests.Conventions.Layers;

/// <summary>Maps each type of an assembly to the folder of its source file, which says more than a namespace: several folders share one.</summary>
internal sealed partial class SourceFolders
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    private SourceFolders()
    {
    }

    /// <summary>Reads the declarations in the source files of a project, and in those that it links.</summary>
    public static SourceFolders Of(string project, params (string Path, string Name)[] linked)
    {
        var folders = new SourceFolders();
        foreach ((string path, string name) in linked)
        {
            foreach (string file in Directory.EnumerateFiles(path, "*.cs"))
            {
                folders.AddFile(File.ReadAllText(file), name);
            }
        }

        foreach (string file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
        {
            string folder = Path.GetDirectoryName(Path.GetRelativePath(project, file))!.Replace('\\', '/');
            if (folder.Split('/')[0] is not ("bin" or "obj"))
            {
                folders.AddFile(File.ReadAllText(file), folder.Length == 0 ? "." : folder);
            }
        }

        return folders;
    }

    /// <summary>The folder of a type; <c>null</c> where no source file declares it.</summary>
    public string? Of(Type type) => _folders.GetValueOrDefault(Key(type.Namespace, Outermost(type).Name.Split('`')[0]));

    /// <summary>The types of an assembly that somebody wrote.</summary>
    public static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes().Where(
        type => type.Namespace?.StartsWith("Invoicing", StringComparison.Ordinal) == true
            && Outermost(type).GetCustomAttribute<CompilerGeneratedAttribute>() is null);

    public static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private static string Key(string? space, string name) => $"{space}.{name}";

    private void AddFile(string text, string folder)
    {
        string space = Namespace().Match(text).Groups[1].Value;
        foreach (Match declaration in Declaration().Matches(text))
        {
            _folders[Key(space, declaration.Groups[1].Value)] = folder;
        }
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:(?:public|internal|sealed|abstract|static|partial|readonly|ref|record) )*(?:class|struct|interface|enum|record|delegate (?:\S| (?=[^(]* \w+[<(]))+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
