using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// Asks which fields an operation takes (docs/facts/facturagem.md#field-discovery): with a parameter that does not exist, which is refused
/// with the list of those that do, and by looking at objects that the provider fills in.
/// </summary>
internal sealed class Fields(Caller caller) : IFieldReader
{
    private const string Probe = "zz_probe";

    /// <summary>The operations that can be asked, and whose identifier stands in their path.</summary>
    private static readonly Dictionary<(FieldOwner Owner, FieldOperation Operation), (Endpoint Endpoint, FieldOwner? Named)> Endpoints = new()
    {
        [(FieldOwner.Client, FieldOperation.Create)] = (FacturagemEndpoints.Clients.Create!, null),
        [(FieldOwner.Client, FieldOperation.Update)] = (FacturagemEndpoints.Clients.Update!, FieldOwner.Client),
        [(FieldOwner.Client, FieldOperation.List)] = (FacturagemEndpoints.Clients.List, null),
        [(FieldOwner.Invoice, FieldOperation.Create)] = (FacturagemEndpoints.Invoices.Create!, null),
        [(FieldOwner.Invoice, FieldOperation.Update)] = (FacturagemEndpoints.Invoices.Update!, FieldOwner.Invoice),
        [(FieldOwner.Invoice, FieldOperation.List)] = (FacturagemEndpoints.Invoices.List, null),
        [(FieldOwner.Payment, FieldOperation.Create)] = (FacturagemEndpoints.CreatePayment, FieldOwner.Invoice),
    };

    private readonly FacturagemClients _clients = new(caller);
    private readonly FacturagemInvoices _invoices = new(caller);

    public async Task<IReadOnlyList<InvoiceField>> GetFieldsAsync(
        FieldOwner owner, FieldOperation operation, string? id = null, CancellationToken cancellationToken = default)
    {
        ApiRequest request = await RequestAsync(owner, operation, id, cancellationToken).ConfigureAwait(false);
        (IReadOnlyList<string> allowed, string answer) = await AskAsync(request, cancellationToken).ConfigureAwait(false);
        if (operation != FieldOperation.List)
        {
            caller.Known.Allow(owner, operation, allowed);
        }

        List<InvoiceField> fields = [.. allowed.Select(name => Field(owner, operation, name, FieldSource.Allowed, answer))];
        if (await LookAsync(owner, operation, id, cancellationToken).ConfigureAwait(false) is { } shown)
        {
            string text = shown.ToString(Formatting.None);
            fields.AddRange(Paths(shown, "")
                .Where(path => !fields.Any(field => PartsOf(owner, field.Name).SequenceEqual(path.Split('.'))))
                .Select(path => Field(owner, operation, path, FieldSource.Shown, text)));
        }

        return fields;
    }

    private async Task<ApiRequest> RequestAsync(FieldOwner owner, FieldOperation operation, string? id, CancellationToken cancel)
    {
        if ((owner, operation) == (FieldOwner.Account, FieldOperation.Update))
        {
            return caller.Request(FacturagemEndpoints.UpdateAccount, [id ?? await caller.AccountIdAsync(cancel).ConfigureAwait(false)]);
        }

        (Endpoint endpoint, FieldOwner? named) = Endpoints.TryGetValue((owner, operation), out (Endpoint, FieldOwner?) row)
            ? row
            : throw new InvoicingException(ErrorKind.InvalidInput, $"FACTURAgem has no operation {operation} for {owner}.");
        string?[] ids = named is null ? [] : [id ?? await AnyIdAsync(named.Value, cancel).ConfigureAwait(false)];
        return await caller.RequestAsync(endpoint, cancel, ids!).ConfigureAwait(false);
    }

    private async Task<string> AnyIdAsync(FieldOwner owner, CancellationToken cancel) => (owner == FieldOwner.Client
        ? (await _clients.List(new ListQuery()).FirstOrDefaultAsync(cancel).ConfigureAwait(false))?.Id
        : (await _invoices.List(new ListQuery()).FirstOrDefaultAsync(cancel).ConfigureAwait(false))?.Id)
        ?? throw None(owner.ToString().ToLowerInvariant());

    private static InvoicingException None(string what) =>
        new(ErrorKind.NotFound, $"There is no {what} to ask about; the provider lists these fields only for one that is there.");

    /// <summary>
    /// The probe is refused before anything is done (docs/facts/facturagem.md#field-discovery, inferred), but only where strict is on: it
    /// always is for this.
    /// </summary>
    private async Task<(IReadOnlyList<string> Allowed, string Answer)> AskAsync(ApiRequest request, CancellationToken cancel)
    {
        request.Query.RemoveAll(pair => pair.Key == "strict");
        request.With(Probe, "1");
        try
        {
            await caller.Context.Api.SendAsync(request, cancel).ConfigureAwait(false);
        }
        catch (ProviderException refused) when (refused.Fault is Refusal refusal && (int?)refused.StatusCode == 422)
        {
            IReadOnlyList<string> allowed = refusal.Allowed.Count > 0 ? refusal.Allowed
                : FacturagemFaultReader.Parse(refusal.Answer) is { } answer ? AllowedReader.Read(answer, isProbe: true)
                : [];
            if (allowed.Count == 0)
            {
                throw;
            }

            return (allowed, refusal.Answer);
        }

        throw new InvoicingException(ErrorKind.UnexpectedAnswer, $"The provider took a parameter that does not exist ({request.Display}), so it cannot be asked this way.")
        {
            Advice = request.Method.Method == "GET" ? "Look at an object instead." : "Look at the provider whether something was made or changed by this.",
        };
    }

    private async Task<JObject?> LookAsync(FieldOwner owner, FieldOperation operation, string? id, CancellationToken cancel)
    {
        ApiRequest? request = (owner, operation) switch
        {
            (FieldOwner.Invoice, FieldOperation.Create) => await caller.RequestAsync(FacturagemEndpoints.GetInvoiceTemplate, cancel).ConfigureAwait(false),
            (FieldOwner.Account, FieldOperation.Update) => caller.Request(FacturagemEndpoints.GetCurrentAccount, []),
            (FieldOwner.Client, FieldOperation.Update) when id is not null => await caller.RequestAsync(FacturagemEndpoints.Clients.Get, cancel, id).ConfigureAwait(false),
            (FieldOwner.Invoice, FieldOperation.Update) when id is not null => await caller.RequestAsync(FacturagemEndpoints.Invoices.Get, cancel, id).ConfigureAwait(false),
            _ => null,
        };
        return request is null ? null : await caller.SendAsync(request, answer => Learn(owner, answer), cancel).ConfigureAwait(false);
    }

    private JObject Learn(FieldOwner owner, JToken answer)
    {
        JObject shown = FacturagemEnvelope.Object(answer, owner.ToString().ToLowerInvariant());
        shown.Remove(FacturagemMaps.Links);
        caller.Known.Show(owner, shown);
        return shown;
    }

    private static IEnumerable<string> Paths(JObject source, string path) => source.Properties().SelectMany(property =>
    {
        string name = path + property.Name;
        JObject? inner = property.Value as JObject ?? (property.Value as JArray)?.OfType<JObject>().FirstOrDefault();
        return inner is null ? [name] : new[] { name }.Concat(Paths(inner, name + "."));
    });

    private InvoiceField Field(FieldOwner owner, FieldOperation operation, string name, FieldSource source, string answer)
    {
        string[] parts = [.. PartsOf(owner, name)];
        return new InvoiceField
        {
            For = owner,
            Operation = operation,
            Name = name,
            Property = parts.Length is 1 or 2
                ? caller.Maps.NamesOf(owner, isLine: parts.Length == 2)
                    .Where(row => string.Equals(row.Name, parts[parts.Length - 1], StringComparison.OrdinalIgnoreCase))
                    .Select(row => row.Property)
                    .FirstOrDefault()
                : null,
            Source = source,
            Answer = answer,
        };
    }

    /// <summary>The path below the resource's own name.</summary>
    private static IEnumerable<string> PartsOf(FieldOwner owner, string name)
    {
        string[] parts = name.Split('.');
        return parts.Skip(parts.Length > 1 && string.Equals(parts[0], owner.ToString(), StringComparison.OrdinalIgnoreCase) ? 1 : 0);
    }
}
