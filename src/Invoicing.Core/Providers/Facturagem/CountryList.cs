using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.Facturagem;

/// <summary>The list of countries, which comes whole and without a key (docs/facts/facturagem.md#operations, official).</summary>
internal sealed class CountryList(Caller caller) : IReader<Country>
{
    public static async Task<IReadOnlyList<Country>> LoadAsync(Caller caller, CancellationToken cancel)
    {
        List<Country> list = await caller.SendAsync(
            caller.Request(FacturagemEndpoints.ListCountries, [], anonymous: true),
            answer => FacturagemEnvelope.Rows(answer, "country").Select(row => caller.Context.Own(FacturagemEnvelope.Read(row, FacturagemMaps.Country))).ToList(),
            cancel).ConfigureAwait(false);

        // The code may stand where the number is expected (docs/facts/facturagem.md#field-names, assumption).
        list.ForEach(country => country.Code ??= country.Id);
        return list;
    }

    public Listing<Country> List(ListQuery query) => new(() => async (_, cancel) =>
        new Page<Country> { Items = await LoadAsync(caller, cancel).ConfigureAwait(false) });

    public async Task<Country> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Country> all = await LoadAsync(caller, cancellationToken).ConfigureAwait(false);
        return all.FirstOrDefault(country => country.Id == id)
            ?? all.FirstOrDefault(country => string.Equals(country.Code, id, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvoicingException(ErrorKind.NotFound, $"There is no country '{id}'.");
    }
}
