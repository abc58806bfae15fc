using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Tests.Conventions;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Compatibility;

/// <summary>An identifier stays one part of a path below the account, at every provider, on every runtime.</summary>
public sealed class AddressTests
{
    private static readonly Uri Root = new("https://example.com/account/api/");

    private static readonly string[] Hostile =
    [
        "a/b", "/a", "a/", "../a", "1/../2", "1/../../../2", "..", ".", " .. ", "%2e%2e", "%2E%2E%2Fa", "..%2Fa", "1%2F..%2F2", "%252e%252e%252fa", "%2F", "%5C..%5C2",
        "a\\b", "..\\a", "1\\..\\2", "a?b=c", "a#b", "?", "#", "//example.org/a", "https://example.org/a", "a;b", "a%00b", "a\r\nb", "ação", "..json", "a b",
    ];

    public static readonly TheoryData<string> Providers = [.. ProviderPageTests.Connectors.Keys];

    [Theory]
    [MemberData(nameof(Providers))]
    public void AnIdentifierIsOnePartOfThePathOrIsRefused(string provider) => Assert.All(Requests(provider), one =>
    {
        Uri address = one.Request.Address(Root);

        Assert.Same(address, RequestAddress.Check(address, Root, one.Request.Path));
        Assert.StartsWith(Root.AbsoluteUri, address.AbsoluteUri);
        Assert.Equal("", address.Query + address.Fragment);
        Assert.Equal(one.Expected, address.AbsoluteUri[Root.AbsoluteUri.Length..].Split('/').Select(Uri.UnescapeDataString));
    });

    /// <summary>There, it is refused where the runtime would send another path.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void AsOnNetFrameworkItIsSentAsItIsOrRefused(string provider) => Assert.All(Requests(provider), one =>
    {
        Uri sent = Runtimes.AsOnNetFramework(one.Request.Address(Root));
        bool kept = sent.AbsoluteUri.StartsWith(Root.AbsoluteUri, StringComparison.Ordinal)
            && sent.AbsoluteUri[Root.AbsoluteUri.Length..].Split('/').Select(Uri.UnescapeDataString).SequenceEqual(one.Expected);

        if (kept)
        {
            RequestAddress.Check(sent, Root, one.Request.Path);
            Assert.DoesNotContain(one.Id, id => id is '/' or '\\');
        }
        else
        {
            InvoicingException fault = Assert.Throws<InvoicingException>(() => RequestAddress.Check(sent, Root, one.Request.Path));
            Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
            Assert.Contains(one.Id.Trim(), fault.Message);
        }
    });

    [Fact]
    public void TheTablesHoldBothKinds()
    {
        string[] refused = [.. Hostile.Where(id => Requests("invoicexpress").All(one => one.Id != id))];

        Assert.Equal(["..", ".", " .. "], refused);
        Assert.InRange(ProviderPageTests.Connectors.Keys.Count(provider => Requests(provider).Any()), 3, int.MaxValue);
    }

    [Theory]
    [InlineData("https://example.com/account/items/1.json")]
    [InlineData("https://example.com/account/api/items/2.json")]
    [InlineData("https://example.com/account/api/items/1.json/")]
    [InlineData("https://example.org/account/api/items/1.json")]
    [InlineData("http://example.com/account/api/items/1.json")]
    [InlineData("https://example.com:444/account/api/items/1.json")]
    public void AnotherAddressIsRefused(string sent) =>
        Assert.Throws<InvoicingException>(() => RequestAddress.Check(new Uri(sent), Root, "items/1.json"));

    /// <summary>The runtime cuts off the blank: a sign that the check is made where requests are sent.</summary>
    [Theory]
    [InlineData("InvoiceXpress", "acme", "GET", "things.json ")]
    [InlineData("SimplBooks", "0a1b2c", "GET", "things/list ")]
    [InlineData("FACTURAgem", "7", "GET", "things.json ")]
    [InlineData("SalenGo", "acme", "POST", "v2/things ")]
    public async Task WhatTheRuntimeChangesIsNotSent(string provider, string account, string method, string path)
    {
        using var rig = new Rig(account: new RigAccount(provider, account));

        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IRawRequester>().SendAsync(method, path, [], null));

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.Empty(rig.Server.Calls);
        NoKey.In(fault);
    }

    [Fact]
    public void AnAccountIsOnePartOfThePath() => Assert.All(Hostile, account =>
    {
        try
        {
            using var session = InvoiceSession.Connect(
                new ConnectOptions { Provider = "SimplBooks", Account = account, ApiKey = Rig.Secret(Rig.Key), BaseUri = new Uri("http://127.0.0.1/") });
            Assert.Equal(["", account.Trim(), "api", ""], session.BaseUri.AbsolutePath.Split('/').Select(Uri.UnescapeDataString));
        }
        catch (InvoicingException fault)
        {
            Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        }
    });

    /// <summary>Every operation with a place, with every identifier that it takes.</summary>
    private static IEnumerable<Case> Requests(string provider)
    {
        foreach (Endpoint operation in ProviderPageTests.Connectors[provider].Values)
        {
            int places = operation.Path.Count(letter => letter == '{');
            foreach (string id in places == 0 ? [] : Hostile)
            {
                ApiRequest request;
                try
                {
                    request = operation.Request(null, [.. Enumerable.Repeat(id, places)]);
                }
                catch (InvoicingException fault)
                {
                    Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
                    continue;
                }

                yield return new Case(id, request, [.. operation.Path.Split('/').Select(part => Fill(part, id.Trim()))]);
            }
        }
    }

    private static string Fill(string part, string id)
    {
        int start = part.IndexOf('{');
        return start < 0 ? part : part[..start] + id + Fill(part[(part.IndexOf('}') + 1)..], id);
    }

    private sealed record Case(string Id, ApiRequest Request, string[] Expected);
}
