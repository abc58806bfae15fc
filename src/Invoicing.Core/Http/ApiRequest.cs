using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text;
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
    /// A link from an answer. It works for anyone who has it, so it is neither signed nor shown, on any host.
    /// </summary>
    public Uri? Link { get; }

    /// <summary>Path below the base address, escaped, without a query.</summary>
    public string Path { get; }

    /// <summary>Display name for requests whose method is in the body.</summary>
    public string? Name { get; init; }

    /// <summary>Another base address of the same provider, with the same key.</summary>
    public Uri? Base { get; init; }

    public List<KeyValuePair<string, string>> Query { get; } = [];

    public JToken? Body { get; init; }

    /// <summary>Headers of this request alone.</summary>
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>True if it requires neither key nor login.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>True for an idempotent request, which may be repeated after a lost answer.</summary>
    public bool Repeatable { get; init; }

    /// <summary>True for a change that is idempotent, where the verb does not tell.</summary>
    public bool IsChange { get; init; }

    /// <summary>True if the request changes something at the provider.</summary>
    public bool Changes => IsChange || !Repeatable || Method == HttpMethod.Put || Method == HttpMethod.Delete;

    /// <summary>A status that is final for this request, although it would be retried otherwise.</summary>
    public HttpStatusCode? LastWord { get; set; }

    /// <summary>Page of a list, from 1. Errors show it, since the path does not.</summary>
    public int? Page { get; private set; }

    /// <summary>Verb and path, for traces and errors.</summary>
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

    /// <summary>The address without the key, which is added last.</summary>
    public Uri Address(Uri baseUri)
    {
        if (Link is not null)
        {
            return Link;
        }

        // The dot prevents a colon in the first segment from being read as a scheme.
        var address = new StringBuilder("./").Append(Path);
        char separator = '?';
        foreach (KeyValuePair<string, string> pair in Query)
        {
            address.Append(separator).Append(RequestAddress.Escape(pair.Key)).Append('=').Append(RequestAddress.Escape(pair.Value));
            separator = '&';
        }

        return RequestAddress.Combine(Base ?? baseUri, address.ToString());
    }
}
