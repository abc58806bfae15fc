using System;

namespace Invoicing.Tests.Support;

/// <summary>A folder of its own for one test.</summary>
internal sealed class Folder : IDisposable
{
    public Folder() => System.IO.Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "invoicing-" + Guid.NewGuid().ToString("N"));

    public string[] Files =>
        [.. Array.ConvertAll(System.IO.Directory.GetFileSystemEntries(Path), name => System.IO.Path.GetFileName(name)!)];

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
}
