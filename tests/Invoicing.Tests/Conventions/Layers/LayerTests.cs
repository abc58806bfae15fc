using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Invoicing.Saft;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Conventions.Layers;

/// <summary>Arrows between folders point down, and no folders form a cycle.</summary>
public sealed class LayerTests
{
    /// <summary>Source files that several projects compile, each for itself.</summary>
    private const string Shared = "Shared";

    /// <summary>The folders that each layer may use beside itself; folders below a layer belong to it.</summary>
    private static readonly Dictionary<string, string[]> CoreLayers = new()
    {
        [Shared] = [],
        ["Errors"] = [],
        ["Model"] = [Shared],
        ["Journal"] = [],
        ["Banking"] = ["Model", "Errors", Shared],
        ["Measures"] = ["Model"],
        ["Http"] = ["Journal", "Errors"],
        ["Engine"] = ["Http", "Journal", "Model", "Errors"],
        ["Providers"] = ["Engine", "Http", "Journal", "Model", "Errors"],
        ["Reports"] = ["Engine", "Http", "Measures", "Model", "Errors"],
        ["Sessions"] = ["Engine", "Http", "Journal", "Banking", "Measures", "Reports", "Model", "Errors"],
        ["Archives"] = ["Sessions", "Engine", "Http", "Journal", "Measures", "Reports", "Model", "Errors"],
        ["Composition"] = ["Providers", "Engine"],
    };

    private static readonly Dictionary<string, Assembly> Projects = new()
    {
        ["Invoicing.Core"] = typeof(InvoiceSession).Assembly,
        ["Invoicing.Saft"] = typeof(SaftReader).Assembly,
    };

    public static readonly TheoryData<string> Names = [.. Projects.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryTypeHasAFolder(string project) => None(Map(project).Homeless);

    [Theory]
    [MemberData(nameof(Names))]
    public void NoFoldersFormACycle(string project) => None(Map(project).Cycles());

    [Fact]
    public void ArrowsPointDown() => None(Map("Invoicing.Core").Forbidden(IsAllowed));

    [Fact]
    public void EveryFolderOfCoreIsInALayer() => Assert.Equal(
        CoreLayers.Keys.Order(),
        Map("Invoicing.Core").Arrows.SelectMany(arrow => new[] { Layer(arrow.From), Layer(arrow.To) }).Distinct().Order());

    [Fact]
    public void ProvidersDoNotKnowEachOther() => None(Map("Invoicing.Core").Forbidden(
        (from, to) => Layer(from) != "Providers" || Layer(to) != "Providers" || Provider(from) == Provider(to)));

    /// <summary>xUnit cuts a list short; here each line counts.</summary>
    private static void None(IEnumerable<string> faults) => Assert.True(!faults.Any(), string.Join("\n", faults));

    private static LayerMap Map(string project)
    {
        var folders = SourceFolders.Of(Repository.PathOf("src/" + project), (Repository.PathOf("src/" + Shared), Shared));
        return LayerMap.Of(SourceFolders.Written(Projects[project]), folders.Of, type => SourceFolders.Outermost(type).Name);
    }

    private static bool IsAllowed(string from, string to) => Layer(from) == Layer(to) || CoreLayers[Layer(from)].Contains(Layer(to));

    private static string Layer(string folder) => folder.Split('/')[0];

    private static string Provider(string folder) => folder.Split('/')[1];
}
