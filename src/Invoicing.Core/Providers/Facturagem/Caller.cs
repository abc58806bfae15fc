using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Invoicing.Http;
using Invoicing.Http.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>The requests of this connector's resources: addresses, links, the names of a session, and what a refusal teaches.</summary>
internal sealed class Caller
{
    private static readonly string[] Suffixes = [".json", ".xml"];

    private readonly KnownFields _known;

    public Caller(ConnectorContext context)
    {
        Context = context;
        Choices = new FacturagemChoices(FacturagemChoices.Settings.ToDictionary(setting => setting.Name, setting => context.Session.Setting(setting.Name)));
        _known = context.Session.Cache.Notes<KnownFields>();
    }

    public ConnectorContext Context { get; }

    public FacturagemChoices Choices { get; }

    public KnownFields Known => _known;

    public MapSet Maps => _known.Maps(Context.Session.FieldNames);

    /// <summary>Asks for the form that the address ends in.</summary>
    public static ApiRequest Accepting(ApiRequest request, FacturagemChoices choices)
    {
        if (choices.IsXml)
        {
            request.Headers.Add(new KeyValuePair<string, string>("Accept", "application/xml"));
        }

        return request;
    }

    /// <summary>Makes a request of an operation below the account.</summary>
    public async Task<ApiRequest> RequestAsync(Endpoint operation, CancellationToken cancel, params string[] ids)
    {
        string account = await AccountIdAsync(cancel).ConfigureAwait(false);
        return Request(operation, [account, .. ids]);
    }

    /// <summary>
    /// Makes a request to where a record's link leads, or else, and where that is another host, to the address of the operation. The key
    /// goes along, so a link to elsewhere is never followed (docs/facts/facturagem.md#links).
    /// </summary>
    public async Task<ApiRequest> FollowAsync(Endpoint operation, InvoiceRecord record, string relation, CancellationToken cancel, params string[] ids) =>
        Follow(operation, record, relation) ?? await RequestAsync(operation, cancel, ids).ConfigureAwait(false);

    /// <summary>Makes a request to where a record's link leads; <c>null</c> where there is none that may be followed.</summary>
    public ApiRequest? Follow(Endpoint operation, InvoiceRecord record, string relation) => PathOf(record, relation) is { } path
        ? Finish(new ApiRequest(new HttpMethod(operation.Verb), path) { Repeatable = operation.Repeatable })
        : null;

    /// <param name="operation">The operation.</param>
    /// <param name="places">The values for its path, without the form.</param>
    /// <param name="anonymous">True if it needs no key.</param>
    public ApiRequest Request(Endpoint operation, string[] places, bool anonymous = false)
    {
        ApiRequest request = operation.Request(null, [.. places, Choices.Suffix]);
        return Finish(anonymous
            ? new ApiRequest(request.Method, request.Path) { Repeatable = request.Repeatable, IsAnonymous = true }
            : request);
    }

    /// <summary>The same request with a body, the resource under its name or flat.</summary>
    private ApiRequest WithBody(ApiRequest request, FieldOwner owner, JObject fields)
    {
        bool flat = Choices.IsFlat ?? _known.IsFlat ?? false;
        var filled = new ApiRequest(request.Method, request.Path)
        {
            Repeatable = request.Repeatable,
            Body = flat ? fields : new JObject { [owner.ToString().ToLowerInvariant()] = fields },
        };
        filled.Query.AddRange(request.Query);
        filled.Headers.AddRange(request.Headers);
        return filled;
    }

    public Task<T> SendAsync<T>(ApiRequest request, Func<JToken, T> read, CancellationToken cancel) =>
        Context.Api.SendAsync(request, reader => read(WireJson.ReadToken(reader)), cancel);

    /// <summary>
    /// Sends a change. One that is refused for a parameter that the provider does not know was not done, and the refusal lists the right
    /// ones (docs/facts/facturagem.md#strict, #field-discovery, official): if they make another body, that is sent, once.
    /// </summary>
    /// <param name="owner">The record that is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="address">Makes the request without its body.</param>
    /// <param name="write">Writes the fields by the present names.</param>
    /// <param name="read">Reads the answer; <c>null</c> where it is empty.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="look">Looks at an object of this kind, to learn names where the refusal has none.</param>
    public async Task<T> ChangeAsync<T>(
        FieldOwner owner,
        FieldOperation operation,
        Func<Task<ApiRequest>> address,
        Func<Task<JObject>> write,
        Func<JToken, T>? read,
        CancellationToken cancel,
        Func<Task>? look = null)
    {
        ApiRequest request = await MakeAsync().ConfigureAwait(false);
        try
        {
            return await SendAsync(request).ConfigureAwait(false);
        }
        catch (ProviderException refused) when (refused.Fault is Refusal { Allowed.Count: > 0 } refusal)
        {
            if (!_known.Allow(owner, operation, refusal.Allowed) && look is not null)
            {
                await look().ConfigureAwait(false);
            }

            ApiRequest again = await MakeAsync().ConfigureAwait(false);
            if (JToken.DeepEquals(again.Body, request.Body))
            {
                throw;
            }

            return await SendAsync(again).ConfigureAwait(false);
        }

        async Task<ApiRequest> MakeAsync() => WithBody(await address().ConfigureAwait(false), owner, await write().ConfigureAwait(false));

        async Task<T> SendAsync(ApiRequest one)
        {
            if (read is not null)
            {
                return await this.SendAsync(one, read, cancel).ConfigureAwait(false);
            }

            await Context.Api.SendAsync(one, cancel).ConfigureAwait(false);
            return default!;
        }
    }

    /// <summary>
    /// The account's identifier: a number, or a number and a slug (docs/facts/facturagem.md#identifiers, official). Who logs in need not
    /// know it; the provider is asked once.
    /// </summary>
    public async Task<string> AccountIdAsync(CancellationToken cancel)
    {
        string given = Context.Session.Account;
        int digits = given.TakeWhile(letter => letter is >= '0' and <= '9').Count();
        if (digits > 0 && (digits == given.Length || given[digits] == '-'))
        {
            return given;
        }

        InvoiceAccount account = await Context.Session.Cache.GetAsync(() => CurrentAccountAsync(cancel)).ConfigureAwait(false);
        string[] address = PathOf(account, "self")?.Split('/') ?? [];
        return address.Length > 1 && address[address.Length - 2] == "accounts" ? Uri.UnescapeDataString(WithoutSuffix(address[address.Length - 1]))
            : account.Id ?? throw new InvoicingException(ErrorKind.UnexpectedAnswer, "The provider does not say which account it is. Give its number with -Account.");
    }

    public async Task<InvoiceAccount> CurrentAccountAsync(CancellationToken cancel) => Context.Own(await SendAsync(
        Request(FacturagemEndpoints.GetCurrentAccount, []), answer => ReadShown(answer, FieldOwner.Account, FacturagemMaps.Account), cancel).ConfigureAwait(false));

    /// <summary>Reads an object and learns from its names.</summary>
    public T ReadShown<T>(JToken answer, FieldOwner owner, FieldMap<T> map)
        where T : InvoiceRecord, new()
    {
        JObject source = FacturagemEnvelope.Object(answer, owner.ToString().ToLowerInvariant());
        _known.Show(owner, source);
        return Context.Own(FacturagemEnvelope.Read(source, map));
    }

    private ApiRequest Finish(ApiRequest request)
    {
        if (request.Method == HttpMethod.Delete && Choices.DeletesByPost)
        {
            // Rails' own way for clients that cannot send the verb (docs/facts/facturagem.md#transport, inferred).
            request = new ApiRequest(HttpMethod.Post, request.Path) { Repeatable = request.Repeatable }.With("_method", "delete");
        }

        if (request.Method == HttpMethod.Delete && Choices.DeletesByName)
        {
            // The page of the provider writes it so four times (docs/facts/facturagem.md#operations, official).
            request = new ApiRequest(new HttpMethod("DESTROY"), request.Path) { Repeatable = request.Repeatable };
        }

        // Off, the provider drops what it does not know without a word, or fails over it (docs/facts/facturagem.md#strict, official).
        return Accepting(request, Choices).With("strict", Choices.IsStrict || request.IsAnonymous ? null : "false");
    }

    private string? PathOf(InvoiceRecord record, string relation)
    {
        Uri own = Context.Session.BaseUri;
        return ReferenceEquals(record.Session, Context.Session)
            && record.Links is { } links
            && links.TryGetValue(relation, out Uri? link)
            && link.Scheme == own.Scheme
            && link.Authority == own.Authority
            && link.Query.Length == 0
            && link.AbsolutePath.StartsWith(own.AbsolutePath, StringComparison.Ordinal)
                ? $"{WithoutSuffix(link.AbsolutePath.Substring(own.AbsolutePath.Length))}.{Choices.Suffix}"
                : null;
    }

    private static string WithoutSuffix(string path)
    {
        string suffix = Suffixes.FirstOrDefault(one => path.EndsWith(one, StringComparison.OrdinalIgnoreCase)) ?? "";
        return path.Substring(0, path.Length - suffix.Length);
    }
}
