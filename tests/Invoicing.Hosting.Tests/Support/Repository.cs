using System;
using System.IO;

namespace Invoicing.Hosting.Tests.Support;

/// <summary>Files of the repository that the tests are run from.</summary>
internal static class Repository
{
    public static string PathOf(string file)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Invoicing.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder ?? throw new DirectoryNotFoundException("The tests are not run from the repository."), file);
    }
}
