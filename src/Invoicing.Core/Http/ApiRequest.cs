using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Http;

/// <summary>A request to a provider before it is signed: nothing in it is secret unless its body is.</summary>
internal sealed class ApiRequest
{
    public ApiRequest(HttpMethod method, string path)
    {
        Method = method;
        Path = path;
    }

    private ApiRequest(Uri link)
        : this(HttpMethod.Get, "")
    {
        Link = link;
        Repeatable = true;
        IsAnonymous = true;
    }

    public HttpMethod Method { get; }

    /// <summary>
    /// A link that an answer gave us. It opens for whoever has it, so it is neither signed nor shown, whatever host it is on.
    /// </summary>
    public Uri? Link { get; }

    /// <summary>Below the provider's base address, escaped, without a query.</summary>
    public string Path { get; }

    /// <summary>What the request is called where its path does not tell, since the method's name is in the body.</summary>
    public string? Name { get; init; }

    /// <summary>Another base address of the same provider, which takes the same key.</summary>
    public Uri? Base { get; init; }

    public List<KeyValuePair<string, string>> Query { get; } = [];

    public JToken? Body { get; init; }

    /// <summary>Headers of this request alone.</summary>
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>Whether it needs neither key nor login.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Whether doing it twice is the same as doing it once, so that it may be sent again when the answer was lost.</summary>
    public bool Repeatable { get; init; }

    /// <summary>A status that is the provider's last word on this request, where it would otherwise be worth another try.</summary>
    public HttpStatusCode? LastWord { get; set; }

    /// <summary>Which page of a list it asks for, from 1: an error tells, since the path does not.</summary>
    public int? Page { get; private set; }

    /// <summary>Verb and path: what traces and errors may show.</summary>
    public string Display => Link is null ? $"{Method} /{Name ?? Path}" : "GET of the download link";

    public static ApiRequest ForLink(Uri link) => new(link);

    public ApiRequest With(string name, string? value)
    {
        if (value is not null)
        {
            Query.Add(new KeyValuePair<string, string>(name, value));
        }

        return this;
    }

    public ApiRequest OfPage(int? page)
    {
        Page = page;
        return this;
    }

    /// <summary>The address without the key, which the signer adds as the very last thing.</summary>
    public Uri Address(Uri baseUri)
    {
        if (Link is not null)
        {
            return Link;
        }

        // With the dot, a colon in the first part of the path cannot make an address of its own out of it.
        var address = new StringBuilder("./").Append(Path);
        char separator = '?';
        foreach (KeyValuePair<string, string> pair in Query)
        {
            address.Append(separator).Append(Uri.EscapeDataString(pair.Key)).Append('=').Append(Uri.EscapeDataString(pair.Value));
            separator = '&';
        }

        return new Uri(Base ?? baseUri, address.ToString());
    }
}
