using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Http;

/// <summary>Bodies in the form of browsers, which have no limit of their own.</summary>
public class FormBodyTests
{
    public static TheoryData<string> Values => ["", "plain", "a b+c&d=e%", "São João, 50 € 🙂", "Client[name]", "!*'()~-._/\\\"<>", new string('ã', 100_000)];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task AreThoseOfTheRuntime(string value)
    {
        KeyValuePair<string, string>[] fields = [new("a", value), new(value, "b")];
        using HttpContent ours = FormBody.Of(fields);
        using var theirs = new FormUrlEncodedContent(fields);
        Assert.Equal(await theirs.ReadAsStringAsync(), await ours.ReadAsStringAsync());
        Assert.Equal(theirs.Headers.ContentType!.MediaType, ours.Headers.ContentType!.MediaType);
    }

    [Fact]
    public void AreUsedForEveryFormThatShips()
    {
        string[] sources = Directory.GetFiles(Repository.PathOf("src/Invoicing.Core"), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(sources);
        Assert.DoesNotContain(sources, file => File.ReadAllText(file).Contains("new FormUrlEncodedContent", StringComparison.Ordinal));
    }
}
