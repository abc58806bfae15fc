using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Compatibility;

/// <summary>
/// The DLLs against the reference assemblies of .NET Framework 4.7.2 and Windows PowerShell 5.1, which cannot run everywhere that the tests do.
/// </summary>
public sealed class WindowsPowerShellTests
{
    public static readonly TheoryData<string> Shipped = [.. Dlls];

    /// <summary>DLLs that the module ships; a new one joins by itself. PowerShell has its own.</summary>
    private static IEnumerable<string> Dlls => Directory.GetFiles(Module, "*.dll").Select(file => Path.GetFileName(file))
        .Where(name => name != "System.Management.Automation.dll")
        .Order();

    private static string Module => Path.GetFullPath(Repository.PathOf($"src/Invoicing/bin/{Configuration}/netstandard2.0"));

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    [Theory]
    [MemberData(nameof(Shipped))]
    public void EveryTypeAndMemberIsInTheOldestFrameworkAndPowerShell(string dll)
    {
        using ReferenceResolver resolver = Resolver();

        string[] missing = [.. resolver.Unresolved(Path.Combine(Module, dll))];

        Assert.True(missing.Length == 0, string.Join(Environment.NewLine, missing));
        Assert.True(resolver.Count > 100, $"Only {resolver.Count} references were found.");
    }

    [Fact]
    public void EveryDllOfTheModuleIsLookedAt() => Assert.All(
        new[] { "Invoicing.dll", "Invoicing.Core.dll", "Invoicing.Saft.dll", "Invoicing.Sandbox.dll", "Newtonsoft.Json.dll" },
        dll => Assert.Contains(dll, Dlls));

    [Fact]
    public void WhatTheFrameworkDoesNotHaveIsFound()
    {
        using ReferenceResolver resolver = Resolver();

        // These tests run on .NET: they use much that .NET Framework never had.
        string[] missing = [.. resolver.Unresolved(typeof(WindowsPowerShellTests).Assembly.Location)];

        Assert.Contains($"Invoicing.Tests: type {typeof(DateOnly).FullName} of System.Runtime", missing);
        Assert.Contains(missing, line => line.StartsWith("Invoicing.Tests: System.String Contains System.Boolean(System.Char)", StringComparison.Ordinal));
    }

    private static ReferenceResolver Resolver()
    {
        string framework = Metadata("NetFramework472");
        return new ReferenceResolver(Module, Metadata("PowerShell51"), framework, Path.Combine(framework, "Facades"));
    }

    /// <summary>A folder that the build wrote into this assembly.</summary>
    private static string Metadata(string key) => typeof(WindowsPowerShellTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(one => one.Key == key).Value!;
}
