using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>Web hooks, which the methods call callbacks (docs/facts/salengo.md#webhooks).</summary>
internal sealed class Webhooks(ConnectorContext context) :
    SalenGoResource<Webhook>(context, "callback", "callbacks", maps => maps.Webhook), IWebhookKeeper
{
    /// <summary>Name of the code that was posted [official]; a user's own name for it goes first.</summary>
    private const string Verifier = "verifier";

    /// <summary>There is no method for one, so the list is looked through.</summary>
    public override async Task<Webhook> GetAsync(string id, CancellationToken cancellationToken = default) =>
        await List(new ListFilter()).FirstAsync(hook => hook.Id == id.Trim(), cancellationToken).ConfigureAwait(false)
        ?? throw new InvoicingException(ErrorKind.NotFound, $"There is no web hook '{id}'.");

    public Task ConfirmAsync(Webhook webhook, string code, CancellationToken cancellationToken = default)
    {
        JObject callback = Identified(webhook.Id);
        callback[Calls.Name(Verifier)] = code;
        return Calls.SendAsync("callback/verify", new JObject { [Calls.Name(Name)] = callback }, cancellationToken);
    }

    public Task ResendCodeAsync(Webhook webhook, CancellationToken cancellationToken = default) =>
        Calls.SendAsync("callback/resendToken", Identified(webhook.Id), cancellationToken);

    protected override ListFilter Filter(ListQuery query) =>
        query is WebhookQuery hooks ? new ListFilter { Event = Dotted(hooks.Event), Uri = hooks.Uri } : base.Filter(query);

    protected override void Fill(Webhook item, bool isNew)
    {
        item.Event = Dotted(item.Event);
        Complaints.Throw("web hook", string.IsNullOrWhiteSpace(item.Event) ? [new FieldError(nameof(Webhook.Event), "is missing")]
            : !Uri.TryCreate(item.Uri, UriKind.Absolute, out Uri? address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
                ? [new FieldError(nameof(Webhook.Uri), $"'{item.Uri}' is no HTTP address")]
                : []);
    }

    protected override Webhook Read(JObject row)
    {
        Webhook hook = base.Read(row);
        hook.Event = Dotted(hook.Event);
        return hook;
    }

    protected override Func<Task<Webhook?>>? LookUp(Webhook item, CancellationToken cancel) =>
        () => List(new ListFilter { Event = item.Event, Uri = item.Uri }).FirstAsync(hook => hook.Event == item.Event && hook.Uri == item.Uri, cancel);

    /// <summary>Prose writes invoice/create, samples invoice.create [official]: they are the same, and the samples' form is sent.</summary>
    private static string? Dotted(string? name) => name?.Trim().Replace('/', '.');
}
