using System.IO;
using System.Linq;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Conventions;

/// <summary>A provider without a public list of fields is experimental, and every page that names its facts says so.</summary>
public sealed class StabilityTests
{
    public static readonly TheoryData<string> Providers = [.. InvoiceProvider.All.Select(provider => provider.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_pages_say_whether_a_provider_is_experimental(string name)
    {
        bool isExperimental = InvoiceProvider.Get(name).Stability == ProviderStability.Experimental;

        Assert.Equal(isExperimental, Page($"docs/facts/{name.ToLowerInvariant()}.md").Contains("**Experimental.**"));
        Assert.Equal(isExperimental, Page($"docs/providers/{name.ToLowerInvariant()}.md").Contains("**Experimental.**"));
        Assert.Contains($"| {name} | {(isExperimental ? "experimental" : "stable")} |", Page("README.md"));
    }

    [Fact]
    public void Both_kinds_of_providers_exist() => Assert.Equal(2, InvoiceProvider.All.Select(provider => provider.Stability).Distinct().Count());

    private static string Page(string path) => File.ReadAllText(Repository.PathOf(path));
}
